import type { Format } from './format';

/** The object that other programs rely on; see the contract in the README. */
export function jsonFormat(): Format {
  let before = '{"version":1,"files":[';
  return {
    file({ path, kind, findings, stories }) {
      const text = before + JSON.stringify({ path, kind, findings, stories });
      before = ',';
      return text;
    },
    end: () => [before === ',' ? '' : before, ']}\n'],
  };
}
