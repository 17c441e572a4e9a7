import type { InferInput } from 'valibot';
import type { TemplateFileSchema } from '../core/packs/templateSchema';

declare const data: InferInput<typeof TemplateFileSchema>;
export default data;
