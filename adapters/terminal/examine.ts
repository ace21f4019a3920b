/** What `doctor` looks at on this machine, beside what each chat looks at itself. */
import { UserError } from '../../src/error.ts';
import type { Check } from '../../src/port.ts';
import { fine, wrong, wrongSetting } from '../../src/view/check.ts';
import { feedTrouble } from '../../src/view/feed.ts';
import type { Words } from '../../src/words/index.ts';
import { complaintOf } from './complaint.ts';
import type { Described } from './app-request.ts';
import { openLibrary } from './session.ts';
import type { Session } from './session.ts';

/** What the bot can not start without. */
export async function* examineMachine({ needs, folder, words }: Session): AsyncGenerator<Check> {
  const said = words.doctor;
  // start.mjs lets no older one come as far as this.
  yield fine('node', said.node(process.versions.node));
  yield await met('content', words, async () => {
    await needs.content(folder);
    return said.content(folder);
  });
  yield await met('data', words, async () => said.data(await needs.data()));
  yield await met('address', words, async () => {
    await needs.address();
    return said.address;
  });
}

/** `look` resolves to what is said where all is well. */
async function met(check: string, { doctor }: Words, look: () => Promise<string>): Promise<Check> {
  try {
    return fine(check, await look());
  } catch (error) {
    if (!(error instanceof UserError) || !isUnmet(error.code, doctor)) throw error;
    return wrongSetting(check, doctor.unmet[error.code](error.facts)).check;
  }
}

const isUnmet = (code: string, { unmet }: Words['doctor']): code is keyof Words['doctor']['unmet'] =>
  Object.hasOwn(unmet, code);

/** Settings that are ignored, one a check. */
export function examineSettings({ problems, session: { words } }: Described): Check[] {
  const check = 'settings';
  if (problems.length === 0) return [fine(check, words.doctor.settings)];
  return problems.map(
    ({ line, code, detail }) =>
      wrongSetting(check, words.doctor.setting(line, words.problem[code](detail))).check,
  );
}

/** What only another setting can mend. */
const isOurs: ReadonlySet<string> = new Set(['setting', 'blocked', 'refused', 'gone', 'missing']);

/** Each feed is asked, as the bot would ask it. */
export async function examineFeeds(session: Session): Promise<Check[]> {
  const check = 'feed';
  const { settings } = await session.settings(session.folder);
  if (settings.feeds.length === 0) return [];
  const { library, close } = await openLibrary(session, { watch: false, lock: false });
  try {
    const { words } = session;
    return (await library.refresh({ all: true })).map((feed) => {
      const trouble = feedTrouble(feed, words, new Date());
      if (trouble.length === 0) return fine(check, words.event.feed.fine(feed.name, feed.events));
      const problem = { message: trouble.join(' '), fix: words.event.feed.fix };
      return isOurs.has(feed.failure?.reason ?? '')
        ? wrongSetting(check, problem).check
        : wrong(check, problem);
    });
  } finally {
    await close();
  }
}

/** The repository that the content is published to, if it is. */
export async function examineRepository(session: Session): Promise<Check[]> {
  const check = 'publish';
  const { doctor } = session.words.git;
  try {
    const found = await session.examineRemote(session.folder);
    if (found === null) return [];
    const { address, reached, reason } = found;
    if (!reached) return [wrong(check, doctor.unreachable(address, reason))];
    if (found.mayPush === false) return [wrongSetting(check, doctor.rights).check];
    if (found.pushes === false) return [wrongSetting(check, doctor.refused(address, reason)).check];
    return [fine(check, found.pushes === true ? doctor.fine(address) : doctor.reached(address))];
  } catch (error) {
    const message = error instanceof UserError ? complaintOf(error, session.words) : null;
    if (message === null) throw error;
    return [wrongSetting(check, { message, fix: doctor.broken }).check];
  }
}
