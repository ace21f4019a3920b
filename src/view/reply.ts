/** From what somebody did to what they see: the bot is asked, and whatever comes of it, they get an answer. */
import type { Bot, Call, Log, Next, View } from '../port.ts';
import { words } from '../words/index.ts';
import { createMeanwhile } from './meanwhile.ts';
import { faultView } from './notice.ts';

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
  /** So often; three times, where nothing is said. */
  readonly hints?: number;
}

/** What somebody asks, before the platform says who and where that is. */
export interface Question {
  /** Asks the platform. */
  readonly call: () => Promise<Call>;
  /** As much of the call as is certain where the platform can not be asked. */
  readonly bare: Omit<Call, 'id'>;
  /** What is said instead of asking the bot; `null`: it is asked. */
  readonly refusal: (call: Call) => Promise<View | null>;
  readonly reply: Reply;
}

interface Room {
  readonly bot: Bot;
  readonly log: Log;
  readonly newId: () => string;
  /** As `createMeanwhile` wants them. */
  readonly slow: number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The ways on, as buttons of the platform can carry them. */
  readonly carried: (next: readonly Next[]) => Promise<readonly Next[]>;
}

/** Never rejects. */
export async function replyTo(question: Question, room: Room): Promise<void> {
  const { reply } = question;
  try {
    const call = await question.call();
    const view = (await question.refusal(call)) ?? (await ask(call, reply, room));
    const next = await room.carried(view.next);
    // What went wrong is said to whoever asked, and to nobody else.
    const isPublic = view.failure === undefined && isForAll(call, room.bot);
    await reply.give({ ...view, next }, { call, isPublic });
  } catch (error) {
    await apologise(error, question, room);
  }
}

/** What everyone is to see is announced to nobody: it comes in the place of nothing. */
async function ask(call: Call, reply: Reply, { bot, slow, sleep }: Room): Promise<View> {
  if (isForAll(call, bot)) return bot.answer(call);
  const audience = { call, isPublic: false };
  const { show, end } = createMeanwhile({
    locale: call.locale,
    slow,
    sleep,
    most: reply.hints,
    say: (view) => reply.hint(view, audience),
  });
  try {
    return await bot.answer(call, show);
  } finally {
    await end();
  }
}

/** Does everyone there see the answer to such a call? */
export const isForAll = ({ command }: Pick<Call, 'command'>, { commands }: Pick<Bot, 'commands'>): boolean =>
  commands.find(({ name }) => name === command)?.answer === 'public';

/** Is the answer to such a call for nobody else's eyes, wherever it is asked for? */
export const isDiscreet = (
  { command }: Pick<Call, 'command'>,
  { commands }: Pick<Bot, 'commands'>,
): boolean => commands.find(({ name }) => name === command)?.answer === 'discreet';

/** The bot itself never rejects: a bug of ours, or a State that can not be read. Who they are may not be known. */
async function apologise(error: unknown, { bare, reply }: Question, { log, newId }: Room): Promise<void> {
  const id = newId();
  log.error({ id, err: error }, 'an answer failed');
  await reply.give(faultView(id, words[bare.locale]), { call: { ...bare, id }, isPublic: false });
}
