/** `/meetup subscribe`: this channel is told of events; `/meetup unsubscribe`: not any more. */
import { UserError } from '../error.ts';
import { noteOrganiser } from '../event/organiser.ts';
import { isMeant, subscriptionAt, writeSubscription } from '../event/subscription.ts';
import type { Subscription } from '../event/subscription.ts';
import { whoCalls } from '../event/who.ts';
import type { State, View } from '../port.ts';
import { comingUp } from '../view/agenda.ts';
import { heading, paragraph, quote, root } from '../view/build.ts';
import { newsView } from '../view/event-news.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { suggestNames, suggestOfUpcoming } from './suggest.ts';
import { isNo } from './yes-no.ts';

export const subscribe = defineCommand({
  name: 'subscribe',
  options: {
    series: { type: 'text', suggest: suggestNames('series') },
    tag: { type: 'text', suggest: suggestOfUpcoming(({ tags }) => tags) },
    reminders: { type: 'text' },
  },
  run: async ({ series, tag, reminders }, scene) => {
    const state = stateFor(scene);
    const { place } = scene.call;
    const by = whoCalls(scene.call);
    const wish: Subscription = { place, by, series, tag, reminds: !isNo(reminders), trouble: null };
    const before = await subscriptionAt(state, place);
    await writeSubscription(state, place, wish);
    await noteOrganiser(state, by);
    return subscribedView(wish, before?.trouble ?? null, scene);
  },
});

export const unsubscribe = defineCommand({
  name: 'unsubscribe',
  options: {},
  run: async (_values, scene) => {
    const state = stateFor(scene);
    const { place } = scene.call;
    const said = scene.words.event.subscription;
    const before = await subscriptionAt(state, place);
    await writeSubscription(state, place, null);
    return { body: root(paragraph(before === null ? said.none : said.ended)), next: [] };
  },
});

/** Only organisers decide what a channel is told, and they do it there. */
function stateFor({ call, state }: Scene): State {
  if (!call.person.organiser) throw new UserError('organisers-decide');
  if (call.place.visibility === 'direct') throw new UserError('subscribe-direct');
  if (state === null) throw new UserError('nothing-remembered');
  return state;
}

/** What will be posted is seen before it is. */
async function subscribedView(wish: Subscription, trouble: string | null, scene: Scene): Promise<View> {
  const { words, locale, library, now } = scene;
  const said = words.event.subscription;
  const only = [wish.series, wish.tag].filter((each) => each !== '').join(', ');
  const [next] = await comingUp(library, now(), (happening) => isMeant(wish, happening));
  const sample = next && newsView([{ event: next, what: 'created' }], { words, locale });
  return {
    body: root(
      trouble !== null && paragraph(said.trouble(trouble)),
      paragraph(said.here),
      only !== '' && paragraph(said.only(only)),
      paragraph(wish.reminds ? said.reminded : said.notReminded),
      sample !== undefined && heading(4, said.would),
      sample !== undefined &&
        quote(...sample.children.flatMap((node) => (node.type === 'list' ? [node] : []))),
    ),
    next: [{ label: said.stop, command: 'unsubscribe', input: '' }],
    data: wish,
  };
}
