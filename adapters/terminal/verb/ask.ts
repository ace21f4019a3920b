/** `ask [TEXT]`: one answer; without TEXT, one for each line of stdin. */
import { createInterface } from 'node:readline';
import { readCall } from '../../../src/command/next.ts';
import type { Bot, Input, View } from '../../../src/port.ts';
import { makeCall } from '../call.ts';
import { compile } from '../compile.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';

/** Hits that a machine gets; people get a page. */
const hits = 50;

export async function ask(session: Session, text: string | undefined): Promise<number> {
  const opened = await openLibrary(session, { watch: false, lock: false });
  const lines = text === undefined ? createInterface({ input: session.stdin, crlfDelay: Infinity }) : [text];
  let code: number = exit.fine;
  try {
    for await (const line of lines) code = Math.max(code, await askOne(line, opened.bot, session));
  } finally {
    await opened.close();
  }
  return code;
}

async function askOne(line: string, bot: Bot, session: Session): Promise<number> {
  const { command, input } = readCall(line, bot.commands);
  const isSearch = command === 'search';
  const asked: Input = isSearch && session.json ? { text: input, limit: String(hits) } : input;
  const view = await bot.answer(makeCall({ command, input: asked }, session.who));
  session.print(
    session.json ? JSON.stringify(answerOf(view, { line, input, isSearch })) : compile(view, session.reader),
  );
  return codeOf(view);
}

function answerOf(view: View, asked: { line: string; input: string; isSearch: boolean }): object {
  const q = asked.isSearch ? asked.input : asked.line;
  if (view.failure !== undefined) return { q, error: view.failure.message };
  return asked.isSearch ? { q, ...(view.data as object) } : { q, data: view.data };
}

const codeOf = ({ failure }: View): number =>
  failure === undefined ? exit.fine : failure.kind === 'fault' ? exit.bug : exit.wrong;
