/** Checks as `doctor` gives them: what is well, and what is wrong with the way to mend it. */
import { UserError } from '../error.ts';
import type { Check, Environment } from '../port.ts';
import type { Words } from '../words/index.ts';

/** What is wrong, in words, and how to mend it. */
export interface Problem {
  readonly message: string;
  readonly fix: string;
  /** Is it a setting or a token? */
  readonly isSetting?: true;
}

/** A check, and what it found where all is well. */
export interface Found {
  readonly check: Check;
  readonly value: string | null;
}

export const fine = (check: string, message: string): Check => ({ check, ok: true, message, fix: null });

export const wrong = (check: string, { message, fix, isSetting }: Problem): Check => ({
  check,
  ok: false,
  message,
  fix,
  ...(isSetting ? { isSetting } : {}),
});

export const wrongSetting = (check: string, problem: Problem): Found => ({
  check: wrong(check, { ...problem, isSetting: true }),
  value: null,
});

type SecretCode = keyof Words['setup']['secret'];

/** A secret by its name, `null` where there is none. `check`: what is wrong with the way it is given. */
export function findSecret(
  check: string,
  name: string,
  { secret, words: { setup, doctor } }: Pick<Environment, 'secret'> & { readonly words: Words },
): { readonly value: string | null; readonly check: Check | null } {
  try {
    return { value: secret(name), check: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { file = '', reason = '' } = error.facts;
    const sentence = setup.secret[error.code as SecretCode](name, String(file), String(reason));
    return wrongSetting(check, doctor.badSecret(name, sentence));
  }
}
