/** How a method of the Web API is written down: what it takes, what it needs, what it does. */
import { z } from 'zod';
import { lines } from '../check.ts';
import { Refusal, refuseWith } from '../refusal.ts';
import type { Token } from '../state.ts';
import type { World } from '../world.ts';

/** Forms carry JSON as text. */
export const json = z.preprocess((value) => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}, z.unknown());

/** `true`, `"true"`, `1` and `"1"` are yes. */
export const flag = z.preprocess(
  (value) => value === true || value === 'true' || String(value) === '1',
  z.boolean(),
);

export const count = z.coerce.number().int();

export const optionalText = z.string().optional();

/** What a method has before it. */
export interface Context {
  readonly world: World;
  readonly token: Token;
  /** Refuses with `missing_scope` where the token lacks it. */
  readonly need: (scope: string) => void;
}

export interface Method {
  readonly scope: string | null;
  readonly token: Token['kind'];
  /** What stands beside `ok: true`. Throws Refusal. */
  readonly run: (args: Readonly<Record<string, unknown>>, context: Context) => object;
}

export function define<Args extends z.ZodType>(of: {
  readonly scope?: string;
  readonly token?: Token['kind'];
  readonly args: Args;
  readonly run: (args: z.output<Args>, context: Context) => object;
}): Method {
  return {
    scope: of.scope ?? null,
    token: of.token ?? 'bot',
    run: (args, context) => {
      const parsed = of.args.safeParse(args);
      if (!parsed.success) throw refuseWith('invalid_arguments', lines(parsed.error));
      return of.run(parsed.data, context);
    },
  };
}

export const needs =
  (token: Token) =>
  (scope: string): void => {
    if (token.scopes.includes(scope)) return;
    throw new Refusal('missing_scope', { needed: scope, provided: token.scopes.join(',') });
  };
