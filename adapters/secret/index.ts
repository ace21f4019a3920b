/** Secrets from the environment: each as `NAME`, or as `NAME_FILE`, the path of a file that holds it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../src/error.ts';

/** Is it given, in either way? Reads no file. */
export const hasSecret = (env: NodeJS.ProcessEnv, name: string): boolean =>
  Boolean(env[name]?.trim() || env[`${name}_FILE`]);

/**
 * The secret without white space around it, such as the newline at the end of a file; `null` where there is none. Throws
 * UserError `secret-twice`, `secret-unreadable` or `secret-empty`, which tell the name and the file and never the secret.
 */
export function readSecret(env: NodeJS.ProcessEnv, name: string): string | null {
  const value = env[name]?.trim() || null;
  const file = env[`${name}_FILE`];
  if (!file) return value;
  if (value !== null) throw new UserError('secret-twice', { name });
  const kept = textOf(resolve(env['INIT_CWD'] ?? '.', file), { name, file }).trim();
  if (kept === '') throw new UserError('secret-empty', { name, file });
  return kept;
}

function textOf(path: string, facts: { readonly name: string; readonly file: string }): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw new UserError('secret-unreadable', { ...facts, reason });
  }
}
