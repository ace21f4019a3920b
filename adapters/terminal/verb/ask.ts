/** `ask [TEXT]`: one answer; without TEXT, one for each line of stdin, or a conversation with whoever sits there. */
import { readCall } from '../../../src/command/next.ts';
import type { Bot, View } from '../../../src/port.ts';
import { makeCall } from '../call.ts';
import { compile } from '../compile.ts';
import { linesOf } from '../lines.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';
import { answerOf } from './answer.ts';
import { talk } from './talk.ts';

/** Hits that a machine gets unless it asks for another number; people get a page. */
const hits = 50;

/** Resolves to the exit code: the worst of all answers. */
export async function ask(asked: Session, text: string | undefined, as?: string): Promise<number> {
  const { stdin, json } = asked;
  if (text === undefined && stdin.isTTY && !json && as === undefined) return talk(asked);
  const { bot, session, close } = await openLibrary(asked, { watch: false, lock: false });
  const lines = text === undefined ? linesOf(session.stdin) : [text];
  let code: number = exit.fine;
  try {
    for await (const line of lines)
      code = Math.max(code, await askOne(line, bot, { session, ...(as !== undefined && { as }) }));
  } finally {
    await close();
  }
  return code;
}

interface Printing {
  readonly session: Session;
  /** The platform as whose message the answer is printed. */
  readonly as?: string;
}

async function askOne(line: string, bot: Bot, { session, as }: Printing): Promise<number> {
  const { command, input } = readCall(line, bot.commands);
  const isSearch = command === 'search';
  // What the line itself says comes later and counts.
  const full = isSearch && session.json ? `limit:${hits} ${input}` : input;
  const view = await bot.answer(makeCall({ command, input: full }, session.who));
  if (as !== undefined) session.print(JSON.stringify(await messageOf(view, as, session)));
  else if (session.json) session.print(JSON.stringify(answerOf(view, { line, input, isSearch })));
  else session.print(compile(view, session.reader));
  return codeOf(view);
}

/** Not the name of a platform, but of all. */
export const allForms = 'all';

/** What a platform would be sent; of all platforms, each by its name. */
async function messageOf(view: View, as: string, { outgoing, who }: Session): Promise<unknown> {
  const forms = Object.entries(outgoing).filter(([platform]) => as === platform || as === allForms);
  const messages = await Promise.all(
    forms.map(async ([platform, form]) => [platform, (await form())(view, who.locale)] as const),
  );
  return as === allForms ? Object.fromEntries(messages) : messages[0]?.[1];
}

const codeOf = ({ failure }: View): number =>
  failure === undefined ? exit.fine : failure.kind === 'fault' ? exit.bug : exit.wrong;
