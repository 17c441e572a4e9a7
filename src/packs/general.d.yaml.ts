import type { Pack } from '../core/packs/packSchema';

declare const data: Pack;
export default data;
