/** Messages to test with: Hanako says something, unless it is said otherwise. */
import type { Entry } from '../../src/note/manuscript.ts';
import type { Remark } from '../../src/port.ts';
import { paragraph, root } from '../../src/view/build.ts';

export const entry = (facts: Partial<Entry> = {}): Entry => ({
  id: 'M1',
  author: 'hanako',
  at: new Date('2027-03-10T10:00:00Z'),
  edited: null,
  body: root(paragraph('BuildKit')),
  quotes: [],
  files: [],
  ...facts,
});

export const author = (id: string, name: string): Remark['author'] => ({
  id,
  name,
  organiser: false,
  guest: false,
});

export const remark = (facts: Partial<Remark> = {}): Remark => ({
  id: 'M1',
  author: author('U1', 'hanako'),
  isProgram: false,
  at: new Date('2027-03-10T10:00:00Z'),
  edited: null,
  body: root(paragraph('BuildKit')),
  quotes: [],
  files: [],
  url: null,
  ...facts,
});
