/** Views that only say something: what a person can mend, and what is our fault. */
import type { View } from '../port.ts';
import type { Facts } from '../error.ts';
import type { Words } from '../words/index.ts';
import { paragraph, root } from './build.ts';
import { plainly } from './safe.ts';

const notice = (kind: 'request' | 'fault', code: string, message: string): View => ({
  body: root(paragraph(message)),
  next: [],
  failure: { kind, code, message },
});

/** One sentence about what is wrong and what to do. */
export function requestView(code: string, facts: Facts, words: Words): View {
  const sentence = Object.hasOwn(words.error, code) ? words.error[code as keyof Words['error']](facts) : code;
  return notice('request', code, plainly(sentence));
}

/** An apology with the id under which the log has the rest. */
export const faultView = (id: string, words: Words): View => notice('fault', id, words.fault(id));

/** A workspace that no community lists. */
export const strangerView = (words: Words): View => notice('request', 'no-community', words.noCommunity);

/** A button that is too old to know what it meant. */
export const expiredView = (words: Words): View => requestView('button-expired', {}, words);
