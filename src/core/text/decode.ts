/** The text of a file; where it cannot be decoded, the first line (from 1) of which that is so. */
export type Decoded =
  | { readonly text: string; readonly badLine?: undefined }
  | { readonly badLine: number; readonly text?: undefined };

/** The same with what makes bytes of a changed text, as the file writes it. */
export type DecodedFile =
  | { readonly text: string; readonly encode: (text: string) => Uint8Array; readonly badLine?: undefined }
  | { readonly badLine: number; readonly text?: undefined; readonly encode?: undefined };

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Decodes a file: from UTF-16 where a byte order mark says so, as VS Code does, and else from UTF-8. The mark stays in the
 * text, so that encoding it gives the same bytes again.
 */
export function decodeText(bytes: Uint8Array): DecodedFile {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encode: (changed) => encodeText(changed, encoding) };
  } catch {
    return { badLine: encoding === 'utf-8' ? firstBadLine(bytes) : 1 };
  }
}

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function encodeText(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
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
