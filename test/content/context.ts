/** What reading a report needs of the outside, in tests. */
import { createHash } from 'node:crypto';
import { readReport, type Context } from '../../src/content/report.ts';
import type { Report } from '../../src/model.ts';

export const context: Context = {
  zone: 'Asia/Tokyo',
  hash: (text) => createHash('sha256').update(text).digest('hex').slice(0, 10),
};

export function read(text: string, path = 'report.md'): Report {
  return readReport({ path, text }, context);
}

/** Lines joined; `read(lines('# A', '', 'b'))`. */
export function lines(...all: readonly string[]): string {
  return all.join('\n');
}
