/** What somebody did in Discord is asked of the bot, and answered. */
import { keepLong } from '../../src/command/next.ts';
import type { Call, View } from '../../src/port.ts';
import { strangerView } from '../../src/view/notice.ts';
import { replyTo } from '../../src/view/reply.ts';
import type { Question, Reply } from '../../src/view/reply.ts';
import { words } from '../../src/words/index.ts';
import { isListed } from './belonging.ts';
import { callOf, saidIn } from './call.ts';
import type { Asked } from './call.ts';
import { longestCall } from './compile/button.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './person.ts';
import { placeOf } from './place.ts';
import { nobody } from './rights.ts';

/** Never rejects. */
export const answer = (asked: Asked, reply: Reply, desk: Desk): Promise<void> =>
  replyTo(
    {
      call: () => callOf(asked, desk),
      bare: bareCall(asked, desk),
      refusal: (call) => refusalOf(asked, call, desk),
      reply,
    },
    { ...desk, ...desk.timing, carried: (next) => keepLong(next, longestCall, desk) },
  );

/** Whoever is in no server of the community is told so, and nothing else. */
async function refusalOf({ said }: Asked, { place, locale }: Call, desk: Desk): Promise<View | null> {
  if (!(await isWelcome(place.workspace, desk))) return strangerView(words[locale]);
  return typeof said === 'function' ? said(locale) : null;
}

/** Does that server belong to the community? '': someone who is in none that does. */
export const isWelcome = async (guild: string, { settings }: Pick<Desk, 'settings'>): Promise<boolean> =>
  guild !== '' && isListed(guild, (await settings()).workspaces);

const bareCall = ({ said, spot, user }: Asked, desk: Desk): Question['bare'] => ({
  ...saidIn(said),
  place: placeOf(spot, spot.guild ?? '', desk),
  person: { id: user.id, name: nameOf(user), ...nobody },
  locale: 'ja',
});
