/** The text of a file; where it is not UTF-8, the first line (from 1) that is not. */
export type Decoded =
  | { readonly text: string; readonly badLine?: undefined }
  | { readonly badLine: number; readonly text?: undefined };

/** Decodes a file so that encoding the text gives the same bytes again; a byte order mark stays in the text. */
export function decodeText(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { badLine: firstBadLine(bytes) };
  }
}

const LINE_FEED = 10;

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    start = end < 0 ? bytes.length : end + 1;
  }
  return 1;
}
