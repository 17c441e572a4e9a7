import type { PartName } from '../types';

declare const data: Readonly<
  Record<Exclude<PartName, 'action'>, readonly { readonly weight: number; readonly pattern: string }[]>
>;
export default data;
