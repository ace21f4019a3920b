/** A real browser for tests: Chromium, where this machine has one, speaking with nobody but the test's own server. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of the browser: `CHROMIUM`, or the first of the usual places where there is one; `null` where there is none. */
export const chromiumPath: string | null =
  process.env['CHROMIUM'] || (usual.find((path) => existsSync(path)) ?? null);

/** Quiet, and able to run in a container. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Throws where there is no browser: skip such a test (`chromiumPath === null`) with that reason. */
export async function launchChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('there is no Chromium: name one with CHROMIUM');
  return chromium.launch({ executablePath: chromiumPath, headless: true, args: flags });
}
