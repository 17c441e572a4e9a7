import { type Disposable, type LogOutputChannel, window } from 'vscode';

/** Where failures are written for whoever looks for their cause. */
export interface Log extends Disposable {
  /** Notes what failed ("Could not read starl.yaml") and why. */
  error(what: string, cause: unknown): void;
  show(): void;
}

/** The output channel "Starl"; it comes into being when there is something to say. */
export function createLog(): Log {
  let channel: LogOutputChannel | undefined;
  const open = () => {
    channel ??= window.createOutputChannel('Starl', { log: true });
    return channel;
  };
  return {
    error: (what, cause) => open().error(`${what}: ${cause instanceof Error ? (cause.stack ?? cause.message) : cause}`),
    show: () => open().show(),
    dispose: () => channel?.dispose(),
  };
}
