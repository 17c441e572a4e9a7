import type { PartName } from '../types';

declare const data: {
  readonly exact: Readonly<Record<PartName, string>>;
  readonly heading: readonly { readonly part: PartName; readonly pattern: string }[];
};
export default data;
