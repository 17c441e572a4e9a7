// What the core may use beside the language itself: browsers, workers and Node all have it.

declare function structuredClone<T>(value: T): T;

declare class TextDecoder {
  constructor(
    label?: 'utf-8' | 'utf-16le' | 'utf-16be',
    options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
  );
  decode(input: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}
