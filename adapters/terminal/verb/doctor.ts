/** `doctor`: what is wrong with this machine, the settings and each chat, one check a line, and how to mend it. */
import type { AppRequest, Check, Setup } from '../../../src/port.ts';
import { plainly } from '../../../src/view/safe.ts';
import { appRequest, describeCommunity } from '../app-request.ts';
import { examineFeeds, examineMachine, examineRepository, examineSettings } from '../examine.ts';
import { createProgress } from '../progress.ts';
import { exit } from '../session.ts';
import type { Session } from '../session.ts';

export async function doctor(asked: Session): Promise<number> {
  const described = await describeCommunity(asked);
  const { session } = described;
  let code: number = exit.fine;
  const say = (check: Check): void => {
    session.print(session.json ? checkJson(check) : checkLine(check, session));
    code = Math.max(code, codeOf(check));
  };
  for await (const check of examineMachine(session)) say(check);
  for (const check of examineSettings(described)) say(check);
  for (const check of await examineFeeds(session)) say(check);
  for (const check of await examineRepository(session)) say(check);
  const publicUrl = await session.publicUrl().catch(() => null);
  const request = await appRequest(described, { publicUrl, url: null });
  const chats = await Promise.all(Object.values(session.setups).map((open) => open()));
  const chosen = chats.filter(({ isChosen }) => isChosen);
  if (chosen.length === 0) say({ check: 'chat', ok: false, ...session.words.doctor.noChat, isSetting: true });
  for (const chat of chosen) await sayLong(chat, request, { session, say });
  return code;
}

interface Saying {
  readonly session: Session;
  readonly say: (check: Check) => void;
}

/** A bot may be in many places: how far the look at them is shows on stderr. */
async function sayLong(chat: Setup, request: AppRequest, { session, say }: Saying): Promise<void> {
  const { looking, left } = session.words.terminal;
  const progress = createProgress({
    stream: session.stderr,
    now: () => performance.now(),
    sentence: looking,
    left,
  });
  for await (const check of chat.check(request, session.reader.locale, progress.show)) {
    progress.end();
    say(check);
  }
  progress.end();
}

const codeOf = ({ ok, isSetting }: Check): number =>
  ok ? exit.fine : isSetting ? exit.settings : exit.wrong;

/** The form that others rely on. */
const checkJson = ({ check, ok, message, fix }: Check): string => JSON.stringify({ check, ok, message, fix });

function checkLine({ ok, message, fix }: Check, { reader: { style } }: Session): string {
  const text = plainly(message).replaceAll('\n', ' ');
  if (ok) return `${style.button('✔')} ${text}`;
  return `${style.strong('✖')} ${style.strong(text)} ${plainly(fix ?? '')}`.trimEnd();
}
