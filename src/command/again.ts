/** What was written in a form and could not be taken is not lost: a way back to the form, with all of it. */
import type { Call, Next } from '../port.ts';
import { words } from '../words/index.ts';
import { writeInput } from './input.ts';
import type { Command } from './spec.ts';

/** Nothing that is written there makes these otherwise. */
const final: ReadonlySet<string> = new Set(['organisers-decide', 'nothing-remembered']);

/** For the answer to a call that a person has to mend; `code`: of what is wrong with it. */
export const againIn = (
  { command, input, locale }: Call,
  called: Pick<Command, 'form'> | undefined,
  code: string,
): readonly Next[] =>
  called?.form && !final.has(code) && typeof input !== 'string'
    ? [{ label: words[locale].form.again, command, input: writeInput('', input), form: true }]
    : [];
