// @ts-check
// Runs a program for as long as the process that started this one lives, then ends it with all its children and
// removes its folder. Arguments: folder, program, its arguments. It stops when its standard input closes.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const [folder = '', program = '', ...args] = process.argv.slice(2);
const ownGroup = process.platform !== 'win32';
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: ownGroup });

/** @param {NodeJS.Signals} signal */
function send(signal) {
  try {
    if (child.pid) process.kill(ownGroup ? -child.pid : child.pid, signal);
  } catch {
    // It has ended already.
  }
}

function stop() {
  send('SIGTERM');
  setTimeout(end, 2000);
}

function end() {
  send('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(child.exitCode ?? 0);
}

process.stdin.resume().on('end', stop).on('error', stop);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
child.on('error', end);
child.on('exit', end);
