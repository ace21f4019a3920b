/** What became of a step, and for what is refused the reason: `words.discord.calendar` has a sentence for each of ours. */
import { RESTJSONErrorCodes as codes } from 'discord.js';
import type { Applied } from '../../../src/port.ts';
import type { Words } from '../../../src/words/index.ts';
import { untoldWait } from '../rest/guard.ts';
import { codeOf, postedOf } from '../rest/posted.ts';

type Reason = keyof Words['discord']['calendar']['refused'];

export const done: Applied = { status: 'applied' };

export const refused = (reason: Reason): Applied => ({ status: 'refused', reason });

const reasons: Readonly<Record<string, Reason>> = {
  [codes.MissingPermissions]: 'forbidden',
  [codes.MissingAccess]: 'forbidden',
  'HTTP 403': 'forbidden',
  [codes.MaximumNumberOfUncompletedGuildScheduledEventsReached]: 'full',
};

/** For other reasons Discord's own number. Nobody may know whether it was done: then it is found out the next time. */
export function appliedAfter(error: unknown, now: Date): Applied {
  const posted = postedOf(error, now);
  if (posted.status === 'later') return posted;
  const reason = codeOf(error);
  return reason === ''
    ? { status: 'later', after: new Date(now.getTime() + untoldWait * 1000) }
    : { status: 'refused', reason: reasons[reason] ?? reason };
}

/** It is not there any more. */
export const isGone = (error: unknown): boolean => codeOf(error) === String(codes.UnknownGuildScheduledEvent);
