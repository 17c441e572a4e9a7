// @ts-check
// Loaded before a program (`node --import`): writes its peak memory, in megabytes, to standard error when it ends.
import { peakMegabytes } from './peak.mjs';

process.on('exit', () => process.stderr.write(String(peakMegabytes())));
