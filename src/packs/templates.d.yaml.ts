import type { InferInput } from 'valibot';
import type { TemplateFileSchema } from './schema';

declare const data: InferInput<typeof TemplateFileSchema>;
export default data;
