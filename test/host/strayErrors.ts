/** VS Code's own extensions lie in folders called dist too, but within the folder that tests fetch VS Code into. */
function isOurs(line: string): boolean {
  return /[\\/](dist|out[\\/]test)[\\/].*\.js/.test(line) && !line.includes('.vscode-test');
}

/** Collects the stacks of what our own code throws or rejects where nobody listens; VS Code's own such errors are not ours. */
export function catchStrayErrors(): string[] {
  const strays: string[] = [];
  const collect = (reason: unknown) => {
    const stack = String((reason instanceof Error && reason.stack) || reason);
    if (stack.split('\n').some(isOurs)) strays.push(stack);
  };
  if (typeof process === 'object') {
    process.on('unhandledRejection', collect);
    process.on('uncaughtException', collect);
  } else {
    // VS Code lets nobody add listeners there.
    Object.assign(globalThis, {
      onunhandledrejection: (event: { reason: unknown }) => collect(event.reason),
      onerror: (message: unknown, _file: unknown, _line: unknown, _column: unknown, error: unknown) =>
        collect(error ?? message),
    });
  }
  return strays;
}
