/** What members saw, beside the tests, to be read by people. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';

const folder = join(import.meta.dirname, '../../golden/slack');

/** `GOLDEN=write npm test -- test/adapters/slack` writes the files anew; read the difference before you commit it. */
const isWriting = process.env['GOLDEN'] === 'write';

/** It is what stands in `golden/slack/NAME.txt`. */
export function expectTranscript(transcript: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.txt`);
  if (isWriting) writeFileSync(file, transcript);
  expect(transcript).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
}
