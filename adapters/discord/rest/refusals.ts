/** What Discord refused of late: 10,000 requests in ten minutes that are answered with 401, 403 or 429 end in a ban of the address. */
import { LimitedCollection } from 'discord.js';
import type { Collection } from 'discord.js';
import type { Now } from '../../../src/port.ts';
import type { Options } from '../options.ts';

/** So many in ten minutes are the most that the bot makes: https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
export const mostRefusals = 100;
const memory = 10 * 60_000;

/** Of so many addresses is known when they may be asked again. */
const mostKnown = 1000;

export interface Refusals {
  /** Milliseconds before that may be asked. `isOpen`: what people wait for is asked however much was refused. */
  readonly left: (key: string, isOpen: boolean) => number;
  readonly note: (key: string, response: Response) => void;
}

export function createRefusals(now: Now, log: Options['log']): Refusals {
  const opens: Collection<string, number> = new LimitedCollection({ maxSize: mostKnown });
  let refused: readonly number[] = [];

  const banLeft = (at: number): number => {
    refused = refused.filter((each) => each > at - memory);
    const [oldest = at] = refused;
    return refused.length < mostRefusals ? 0 : oldest + memory - at;
  };
  const waitLeft = (key: string, at: number): number => {
    const left = (opens.get(key) ?? 0) - at;
    if (left <= 0) opens.delete(key);
    return left;
  };
  return {
    left: (key, isOpen) => {
      const at = now().getTime();
      return Math.max(waitLeft(key, at), isOpen ? 0 : banLeft(at));
    },
    note: (key, { status, headers }) => {
      const at = now().getTime();
      if (status === 429) opens.set(key, at + 1000 * Number(headers.get('Retry-After')));
      if (!isInvalid(status, headers)) return;
      refused = [...refused, at];
      if (refused.length === mostRefusals)
        log.error({}, 'Discord refused too much: for ten minutes only commands are answered');
    },
  };
}

const isInvalid = (status: number, headers: Headers): boolean =>
  status === 401 || status === 403 || (status === 429 && headers.get('X-RateLimit-Scope') !== 'shared');
