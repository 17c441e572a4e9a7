// The host suite for windows without a folder, or with several.
export { run } from './run';

import './folders.test';
import './everywhere.test';
