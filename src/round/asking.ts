/** After an event: who has set the bot up is asked once for a report, unless there is one. */
import { endsAt } from '../event/fact.ts';
import type { Organiser } from '../event/organiser.ts';
import type { KnownEvent } from '../event/plan.ts';
import type { Passed } from '../event/reminder.ts';
import { personOf } from '../event/who.ts';
import type { Letter } from '../outbox/letter.ts';
import type { Library } from '../port.ts';
import { paragraph, root } from '../view/build.ts';
import { words } from '../words/index.ts';

/** Milliseconds after its end: people sleep first, and some write by themselves. */
const pause = 48 * 60 * 60_000;

/** Milliseconds that one may still be asked after that, when the bot was away. */
const patience = 5 * 24 * 60 * 60_000;

/** Events whose time has come to be asked for: they took place, and the bot knew of them before. */
export const overFor = (known: readonly KnownEvent[], { after, upTo }: Passed): readonly KnownEvent[] =>
  known.filter(({ seen, inferred }) => {
    const at = endsAt(seen) + pause;
    return seen.status === 'scheduled' && !inferred && after < at && at <= upTo && upTo - at < patience;
  });

export async function askingLetters(
  over: readonly KnownEvent[],
  organisers: readonly Organiser[],
  { library, now }: { readonly library: Library; readonly now: Date },
): Promise<readonly Letter[]> {
  const asked = organisers.filter(({ isAsked }) => isAsked);
  if (asked.length === 0) return [];
  const open: KnownEvent[] = [];
  for (const event of over) if ((await library.event(event.id))?.report === null) open.push(event);
  return open.flatMap((event) => asked.map((organiser) => letterOf(event, organiser, now)));
}

function letterOf({ id, seen }: KnownEvent, { who }: Organiser, now: Date): Letter {
  const { afterwards } = words[who.locale].event;
  return {
    key: `ask ${who.platform} ${who.id} ${id}`,
    platform: who.platform,
    to: personOf(who),
    view: {
      body: root(paragraph(afterwards.question(seen.title))),
      next: [
        { label: afterwards.draft, command: 'draft', input: id },
        { label: afterwards.stop, command: 'draft', input: 'stop:yes' },
      ],
    },
    until: new Date(now.getTime() + patience).toISOString(),
  };
}
