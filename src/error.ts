/** The one error class: what a person can mend. Anything else that is thrown is a bug. */

/** Facts that the sentence of `words.error[code]` needs. */
export type Facts = Readonly<Record<string, string | number>>;

/** Thrown by a command or a parser of input; answered in the person's language with `words.error[code]`. */
export class UserError extends Error {
  readonly code: string;
  readonly facts: Facts;

  constructor(code: string, facts: Facts = {}) {
    super(code);
    this.name = 'UserError';
    this.code = code;
    this.facts = facts;
  }
}
