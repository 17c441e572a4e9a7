// @ts-check
// Preloaded into what packs the extension: deflated in small blocks, each with a code of its own, the packed phrases take less
// room. The archive is read like any other.
const zlib = require('node:zlib');

zlib.DeflateRaw = class extends zlib.DeflateRaw {
  constructor() {
    super({ level: 9, memLevel: 6 });
  }
};
