/** `/meetup notes route #channel Docker Meetup Tokyo #12`: threads of that channel are notes of that event. */
import { UserError } from '../error.ts';
import { writeRoute } from '../note/route.ts';
import { paragraph, root } from '../view/build.ts';
import { readingOf, suggestEvents } from './event.ts';
import { notesFor } from './notes-service.ts';
import { defineCommand } from './spec.ts';

export const notesRoute = defineCommand({
  name: 'notes-route',
  options: { channel: { type: 'channel' }, event: { type: 'text', rest: true, suggest: suggestEvents } },
  run: async ({ channel: named, event }, scene) => {
    const { state } = notesFor(scene);
    const { call, words, library } = scene;
    if (!call.person.organiser) throw new UserError('organisers-decide');
    const { platform, workspace } = call.place;
    const channel = named?.id ?? call.place.channel;
    const happening = event === '' ? null : (await readingOf(event, library)).happening;
    await writeRoute(state, { platform, workspace, channel }, happening?.id ?? null);
    const shown = `#${(named?.name ?? channel).replace(/^#/u, '')}`;
    const said = words.note;
    const sentence = happening === null ? said.unrouted(shown) : said.routed(shown, happening.title);
    return { body: root(paragraph(sentence)), next: [], data: { channel, event: happening?.id ?? null } };
  },
});
