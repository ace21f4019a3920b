/** Rate limits: buckets that fill up, and what a call is told about its own. https://docs.discord.com/developers/topics/rate-limits */
import type { Clock } from '../../simulator/clock.ts';
import { callLimits } from '../limits.ts';

/** So many calls in so many seconds. */
export interface Rule {
  readonly limit: number;
  readonly seconds: number;
}

interface Bucket {
  readonly until: number;
  readonly used: number;
}

export interface Rates {
  /** From now on that operation has such a bucket for each channel, guild or webhook; `global` is for all calls together. */
  readonly rule: (operation: string, rule: Rule) => void;
  /** One call; `isFull`: it was one too many. */
  readonly take: (operation: string, major: string) => Taken;
  /** A call was answered with that; `true` once there were too many that were no good. */
  readonly note: (status: number, scope: string | undefined) => void;
  /** How many calls of the last ten minutes were answered with 401, 403 or a 429 of one's own. */
  readonly invalid: () => number;
  /** Every call is answered with the page of the ban, or not any more. */
  readonly ban: (isBanned: boolean) => void;
  readonly isBanned: () => boolean;
}

export interface Taken {
  readonly isFull: boolean;
  readonly isGlobal: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly retryAfter: number;
}

/** What an operation has if a test says nothing: so much that nobody waits. */
const usual: Rule = { limit: 1000, seconds: 1 };

const isInvalid = (status: number, scope: string | undefined): boolean =>
  status === 401 || status === 403 || (status === 429 && scope !== 'shared');

function fill(buckets: Map<string, Bucket>, of: { key: string; rule: Rule; now: number }): Bucket {
  const { key, rule, now } = of;
  const before = buckets.get(key);
  const fresh = !before || before.until <= now;
  const after = fresh
    ? { until: now + rule.seconds * 1000, used: 1 }
    : { until: before.until, used: before.used + 1 };
  buckets.set(key, after);
  return after;
}

/** https://docs.discord.com/developers/topics/rate-limits#header-format */
const headersOf = (
  operation: string,
  { rule, own, now }: { readonly rule: Rule; readonly own: Bucket; readonly now: number },
): Taken['headers'] => ({
  'X-RateLimit-Limit': String(rule.limit),
  'X-RateLimit-Remaining': String(Math.max(0, rule.limit - own.used)),
  'X-RateLimit-Reset': String(own.until / 1000),
  'X-RateLimit-Reset-After': String((own.until - now) / 1000),
  'X-RateLimit-Bucket': operation,
});

/** Buckets as they are. `global` is a rule for all calls together. */
function createBuckets(clock: Clock): Pick<Rates, 'rule' | 'take'> {
  const rules = new Map<string, Rule>();
  const buckets = new Map<string, Bucket>();
  return {
    rule: (operation, rule) => void rules.set(operation, rule),
    take: (operation, major) => {
      const now = clock.now();
      const all = rules.get('global');
      const rule = rules.get(operation) ?? usual;
      const global = all && fill(buckets, { key: 'global', rule: all, now });
      const own = fill(buckets, { key: `${operation} ${major}`, rule, now });
      const isGlobal = all !== undefined && (global?.used ?? 0) > all.limit;
      const until = isGlobal ? (global?.until ?? now) : own.until;
      return {
        isFull: isGlobal || own.used > rule.limit,
        isGlobal,
        headers: headersOf(operation, { rule, own, now }),
        retryAfter: (until - now) / 1000,
      };
    },
  };
}

/** Calls that were no good, and what comes of too many of them. */
function createRecord(clock: Clock): Omit<Rates, 'rule' | 'take'> {
  let invalid: readonly number[] = [];
  let banned = false;
  const recent = (): readonly number[] => invalid.filter((at) => at > clock.now() - callLimits.window);
  return {
    note: (status, scope) => {
      if (isInvalid(status, scope)) invalid = [...recent(), clock.now()];
      if (invalid.length >= callLimits.invalid) banned = true;
    },
    invalid: () => recent().length,
    ban: (isBanned) => {
      banned = isBanned;
    },
    isBanned: () => banned,
  };
}

export const createRates = (clock: Clock): Rates => ({ ...createBuckets(clock), ...createRecord(clock) });
