/** `import [--apply]`: what is announced and not known yet, a step a line. Dry unless it is told otherwise. */
import { plainly } from '../../../src/view/safe.ts';
import { askFeeds } from '../feeds.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';

export async function importEvents(asked: Session, apply: boolean): Promise<number> {
  const how = { watch: false, lock: apply, remembers: true };
  const { library, importing, session, close } = await openLibrary(asked, how);
  try {
    await askFeeds(session, library);
    if (importing === null) return exit.fine;
    const steps = await importing.plan();
    for (const step of steps)
      session.print(session.json ? JSON.stringify(step) : plainly(`${step.step}  ${step.why}`));
    if (apply) await importing.apply();
    else if (steps.length > 0 && session.stderr.isTTY)
      session.complain(session.words.terminal.dry('import --apply'));
    return exit.fine;
  } finally {
    await close();
  }
}
