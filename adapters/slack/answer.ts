/** From what somebody did to what they see: the bot is asked, and whatever comes of it, they get an answer. */
import { keepLong } from '../../src/command/next.ts';
import type { Call, View } from '../../src/port.ts';
import { createMeanwhile } from '../../src/view/meanwhile.ts';
import { faultView, requestView } from '../../src/view/notice.ts';
import { words } from '../../src/words/index.ts';
import { callOf } from './call.ts';
import type { Asked } from './call.ts';
import { blockLimits } from './limits.ts';
import type { Desk } from './desk.ts';

/** For whom an answer is. */
export interface Audience {
  readonly call: Call;
  /** Is it for everyone there? */
  readonly isPublic: boolean;
}

/** How an answer gets back. Never rejects: what can not be given is logged. */
export interface Reply {
  /** The answer, in the place of whatever was said before it. */
  readonly give: (view: View, audience: Audience) => Promise<void>;
  /** Something in the meantime, for whoever asked. */
  readonly hint: (view: View, audience: Audience) => Promise<void>;
}

/** Never rejects. */
export async function answer(asked: Asked, reply: Reply, desk: Desk): Promise<void> {
  try {
    const call = await callOf(asked, desk);
    const view = asked.said === null ? expired(call) : await askBot(call, reply, desk);
    const next = await keepLong(view.next, blockLimits.buttonValue, desk);
    // What went wrong is said to whoever asked, and to nobody else.
    const isPublic = view.failure === undefined && isForAll(call, desk);
    await reply.give({ ...view, next }, { call, isPublic });
  } catch (error) {
    await apologise(error, { asked, reply, desk });
  }
}

/** What everyone is to see is announced to nobody: it comes in the place of nothing. */
async function askBot(call: Call, reply: Reply, desk: Desk): Promise<View> {
  const { bot, timing } = desk;
  if (isForAll(call, desk)) return bot.answer(call);
  const audience = { call, isPublic: false };
  const { show, end } = createMeanwhile({
    locale: call.locale,
    ...timing,
    say: (view) => reply.hint(view, audience),
  });
  try {
    return await bot.answer(call, show);
  } finally {
    await end();
  }
}

const expired = ({ locale }: Call): View => requestView('button-expired', {}, words[locale]);

const isForAll = ({ command }: Call, { bot }: Desk): boolean =>
  bot.commands.find(({ name }) => name === command)?.answer === 'public';

/** The bot itself never rejects: a bug of ours, or a State that can not be read. Who they are may not be known. */
async function apologise(
  error: unknown,
  { asked, reply, desk }: { readonly asked: Asked; readonly reply: Reply; readonly desk: Desk },
): Promise<void> {
  const id = desk.newId();
  desk.log.error({ id, err: error }, 'an answer failed');
  const { channel, user, said } = asked;
  const call: Call = {
    ...(said ?? { command: '', input: '' }),
    place: { platform: 'slack', workspace: desk.self.team, channel, visibility: 'private' },
    person: { id: user, name: user, organiser: false, guest: true },
    locale: 'ja',
    id,
  };
  await reply.give(faultView(id, words[call.locale]), { call, isPublic: false });
}
