/** What was written in a form and could not be taken is not lost: a way back to the form, with all of it. */
import type { Call, Next } from '../port.ts';
import { words } from '../words/index.ts';
import { writeInput } from './input.ts';
import type { Command } from './spec.ts';

/** For the answer to a call that a person has to mend. */
export const againIn = (
  { command, input, locale }: Call,
  called: Pick<Command, 'form'> | undefined,
): readonly Next[] =>
  called?.form && typeof input !== 'string'
    ? [{ label: words[locale].form.again, command, input: writeInput('', input), form: true }]
    : [];
