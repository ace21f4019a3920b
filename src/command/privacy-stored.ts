/** What is stored of someone, a line each. */
import type { ListItem } from 'mdast';
import { allOrganisers } from '../event/organiser.ts';
import { allReminders } from '../event/reminder.ts';
import type { State, Whose } from '../port.ts';
import { code, item, joined, paragraph } from '../view/build.ts';
import { chosenLanguage } from './personal.ts';
import { whoseCall } from './notes-service.ts';
import type { Scene } from './spec.ts';

export async function storedOf(state: State, scene: Scene): Promise<readonly ListItem[]> {
  const { call, notes, words } = scene;
  const said = words.note.privacy;
  const me = whoseCall(scene);
  const [noted, reminders, organisers, language] = await Promise.all([
    notes?.of(me) ?? [],
    allReminders(state),
    allOrganisers(state),
    chosenLanguage(state, call),
  ]);
  const mine = reminders.filter(({ who }) => isMe(who, me)).length;
  const parts = [
    ...noted.map(({ title, path, messages, isCollector }) => [
      `${title} `,
      code(path),
      `: ${[...(messages > 0 ? [said.noteOf(messages)] : []), ...(isCollector ? [said.collected] : [])].join(', ')}`,
    ]),
    ...(mine > 0 ? [[said.reminders(mine)]] : []),
    ...(language === null ? [] : [[said.language]]),
    ...(organisers.some(({ who }) => isMe(who, me)) ? [[said.organiser]] : []),
  ];
  return parts.map((line) => item(paragraph(...joined('', [line]))));
}

const isMe = (who: Whose, me: Whose): boolean => who.platform === me.platform && who.id === me.id;
