/** `/meetup mirror`: are coming events shown as events of the server? What would be shown is seen before it is. */
import { UserError } from '../error.ts';
import { isMirrored, writeMirror } from '../event/mirror.ts';
import { noteOrganiser } from '../event/organiser.ts';
import { whoCalls } from '../event/who.ts';
import { comingSoon, happeningItem } from '../view/agenda.ts';
import { bullets, paragraph, root } from '../view/build.ts';
import { writeInput } from './input.ts';
import { defineCommand } from './spec.ts';

/** Events that one looks at before one decides. */
const most = 10;

export const mirror = defineCommand({
  name: 'mirror',
  options: {
    on: { type: 'text', suggest: async () => ['yes', 'no'].map((value) => ({ label: value, value })) },
  },
  run: async ({ on }, { call, state, calendars, library, words, locale, now }) => {
    const { platform, workspace } = call.place;
    if (!call.person.organiser) throw new UserError('organisers-decide');
    if (!calendars.includes(platform)) throw new UserError('no-calendar');
    if (state === null) throw new UserError('nothing-remembered');
    const by = whoCalls(call);
    if (on !== '') {
      await writeMirror(state, { platform, workspace }, on === 'yes' ? { platform, workspace, by } : null);
      await noteOrganiser(state, by);
    }
    const isOn = await isMirrored(state, { platform, workspace });
    const said = words.event.mirror;
    const coming = (await comingSoon(library, now())).filter(
      ({ inferred, status }) => !inferred && status === 'scheduled',
    );
    return {
      body: root(
        paragraph(isOn ? said.on : said.off),
        !isOn && coming.length > 0 && paragraph(said.would(coming.length)),
        !isOn &&
          coming.length > 0 &&
          bullets(coming.slice(0, most).map((each) => happeningItem(each, { words, locale }))),
      ),
      next: [
        {
          label: isOn ? said.turnOff : said.turnOn,
          command: 'mirror',
          input: writeInput('', { on: isOn ? 'no' : 'yes' }),
        },
      ],
      data: { on: isOn, events: coming.length },
    };
  },
});
