// What of the core a cue sheet needs, with the judge; loaded lazily; import this module through `lazyCore.ts`.
export { dateOf } from '../../core/calendar/calendarDate';
export { globPath } from '../../core/config/globPath';
export { makeCueSheet, missingText } from '../../core/cueSheet/cueSheet';
export { cueHtml, cueMarkdown } from '../../core/cueSheet/formats';
export { profileIds } from '../../core/packs/packs';
export { slug } from '../../core/templates/fileName';
export { capital } from '../../core/text/capital';
export { decodeText } from '../../core/text/decode';
