import type { Pack } from './schema';

declare const data: Pack;
export default data;
