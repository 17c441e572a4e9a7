import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';

/** Files in memory under a scheme of their own, as in a virtual workspace, which do at once what a test wants. */
export class MemoryFiles implements FileSystemProvider {
  readonly #files = new Map<string, { bytes: Uint8Array; mtime: number }>();
  readonly #folders = new Set<string>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #scheme: string;
  #time = 1;
  /** Called before a file is read, which waits for it. */
  beforeRead: ((path: string) => void | Promise<void>) | undefined;
  /** Called after a file is written to by way of the editor. */
  afterWrite: (() => void) | undefined;
  /** Whether writing is refused. */
  isLocked = false;
  /** Whether there is no room left for anything that is written. */
  isFull = false;
  /** How much room there is for a file, in bytes: as on a disk, one that is longer is cut off there, and what was in it is gone. */
  room = Number.POSITIVE_INFINITY;
  /** A path that cannot be read. */
  refuses: string | undefined;

  readonly onDidChangeFile = this.#changed.event;

  constructor(scheme: string) {
    this.#scheme = scheme;
  }

  register(): Disposable {
    return workspace.registerFileSystemProvider(this.#scheme, this, { isCaseSensitive: true });
  }

  uri(path: string): Uri {
    return Uri.from({ scheme: this.#scheme, path });
  }

  text(path: string): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#read(this.uri(path)).bytes);
  }

  /** Changes a file from outside the editor, which is told unless it is to stay silent. */
  put(path: string, content: string | Uint8Array, isSilent = false): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const type = this.#files.has(path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#files.set(path, { bytes, mtime: ++this.#time });
    if (!isSilent) this.#changed.fire([{ type, uri: this.uri(path) }]);
  }

  /** From now on lets each file be read once; whoever reads it again waits until the function is called that this gives. */
  holdSecondReads(): () => void {
    const read = new Set<string>();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.beforeRead = (path) => {
      if (read.has(path)) return held;
      read.add(path);
    };
    return release;
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  stat(uri: Uri): FileStat {
    const file = this.#files.get(uri.path);
    if (file) return { type: FileType.File, ctime: 1, mtime: file.mtime, size: file.bytes.length };
    if (this.#folders.has(uri.path) || [...this.#files.keys()].some((path) => path.startsWith(`${uri.path}/`))) {
      return { type: FileType.Directory, ctime: 1, mtime: 1, size: 0 };
    }
    throw FileSystemError.FileNotFound(uri);
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    await this.beforeRead?.(uri.path);
    return this.#read(uri).bytes;
  }

  /** VS Code writes nothing more to a file for which this throws before it returns. */
  async writeFile(uri: Uri, bytes: Uint8Array): Promise<void> {
    if (this.isLocked) throw FileSystemError.NoPermissions(uri);
    if (this.isFull) throw new Error('ENOSPC: no space left on device, write');
    this.put(uri.path, bytes.slice(0, this.room));
    this.afterWrite?.();
    if (bytes.length > this.room) throw new Error('ENOSPC: no space left on device, write');
  }

  delete(uri: Uri): void {
    for (const path of this.#files.keys())
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#files.delete(path);
    this.#folders.delete(uri.path);
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri): void {
    this.put(to.path, this.#read(from).bytes);
    this.delete(from);
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    const found = new Map<string, FileType>();
    for (const one of [...this.#files.keys(), ...this.#folders]) {
      if (!one.startsWith(`${path}/`)) continue;
      const [name = '', ...below] = one.slice(path.length + 1).split('/');
      found.set(name, below.length > 0 || this.#folders.has(one) ? FileType.Directory : FileType.File);
    }
    return [...found];
  }

  createDirectory(uri: Uri): void {
    if (this.isLocked) throw FileSystemError.NoPermissions(uri);
    this.#folders.add(uri.path);
  }

  #read(uri: Uri): { readonly bytes: Uint8Array } {
    const file = this.#files.get(uri.path);
    if (!file) throw FileSystemError.FileNotFound(uri);
    if (uri.path === this.refuses) throw FileSystemError.Unavailable(uri);
    return file;
  }
}
