/** Answers to commands and buttons, at the address that came with them: five times within half an hour, then elsewhere. */
import type { Locale, View } from '../../../src/port.ts';
import { paragraph, root } from '../../../src/view/build.ts';
import type { Audience, Reply } from '../../../src/view/reply.ts';
import { words } from '../../../src/words/index.ts';
import type { Desk } from '../desk.ts';
import { outgoing } from '../outgoing.ts';
import type { Spot } from '../place.ts';
import { giveElsewhere } from './elsewhere.ts';

/**
 * What the address belongs to. `command`: nothing stands there so far. `own`: a message for one person, which the answer
 * takes the place of. `shared`: a message for everyone, which stays as it is.
 */
export type Surface = 'command' | 'own' | 'shared';

export interface Address extends Spot {
  readonly url: string;
  readonly surface: Surface;
  /** Whom it answers. */
  readonly user: string;
}

/** What became of it. `unsure`: it may have arrived. */
type Outcome = 'given' | 'refused' | 'unsure';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function replyAt(address: Address, desk: Desk): Reply {
  const { surface, thread } = address;
  let isHinted = false;
  const say = (view: View, { call: { locale }, isPublic }: Audience): Promise<Outcome> => {
    // What went wrong stands beside what one has before oneself.
    const isInPlace = isHinted || (surface === 'own' && view.failure === undefined);
    const body = {
      ...outgoing(view, locale),
      response_type: isPublic ? 'in_channel' : 'ephemeral',
      replace_original: isInPlace && !isPublic,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    return send(address.url, body, desk);
  };
  return {
    hint: async (view, audience) => {
      if (surface === 'shared') return;
      const outcome = await say(view, audience);
      isHinted ||= outcome === 'given';
    },
    give: async (view, audience) => {
      const outcome = await say(view, audience);
      if (outcome !== 'given') await mend(view, audience, { address, desk, outcome });
    },
  };
}

interface Failed {
  readonly address: Address;
  readonly desk: Desk;
  readonly outcome: Outcome;
}

/** What everyone sees is never posted twice: where it may stand there already, whoever asked is told to look. */
function mend(view: View, audience: Audience, { outcome, address, desk }: Failed): Promise<void> {
  const rest = { seat: address, desk };
  const mayBeThere = outcome === 'unsure' && audience.isPublic;
  if (!mayBeThere) return giveElsewhere(view, audience, rest);
  return giveElsewhere(unsure(audience.call.locale), { ...audience, isPublic: false }, rest);
}

const unsure = (locale: Locale): View => ({ body: root(paragraph(words[locale].chat.unsure)), next: [] });

/** Bolt's own way has no time limit. */
async function send(url: string, body: object, { timing, log }: Desk): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timing.request),
    });
    await response.body?.cancel();
    if (response.ok) return 'given';
    log.info({ status: response.status }, 'Slack does not take an answer where it asked for it');
    return response.status < 500 ? 'refused' : 'unsure';
  } catch (error) {
    log.info({ err: error }, 'Slack could not be told an answer where it asked for it');
    return 'unsure';
  }
}
