import type { InferInput } from 'valibot';
import type { TemplateFileSchema } from './templateSchema';

declare const data: InferInput<typeof TemplateFileSchema>;
export default data;
