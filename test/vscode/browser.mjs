// @ts-check
import { chromium } from 'playwright-core';
import { Problem } from './command.mjs';
import { findChromium } from './debian.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens the Chromium that is installed, without a window of its own. */
export async function openBrowser() {
  const executablePath = findChromium();
  if (!executablePath) throw new Problem('No Chromium found: run "node test/vscode/get.mjs", or set CHROMIUM to one.');
  return chromium.launch({ executablePath, args: flags });
}
