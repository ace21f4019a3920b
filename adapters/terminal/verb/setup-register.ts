/** `setup` of a platform that the bot tells of itself: what is to be done there, and with `--apply` that it is done. */
import type { AppRequest, Registration, RegistrationSetup, Step } from '../../../src/port.ts';
import { plainly } from '../../../src/view/safe.ts';
import { differenceLine } from '../difference.ts';
import { exit } from '../session.ts';
import type { Session } from '../session.ts';

interface Wanted {
  readonly request: AppRequest;
  /** Or is it only said what would be done? */
  readonly apply: boolean;
}

/** Throws UserError where there is no token, or where it is to be applied and another bot has the data folder. */
export async function register(
  app: RegistrationSetup,
  { request, apply }: Wanted,
  session: Session,
): Promise<number> {
  if (!session.json) for (const step of app.steps(request, session.reader.locale)) session.complain(step);
  const registration = await app.register(request);
  if (apply) await carryOut(registration, session);
  if (session.json) session.print(planJson(registration, apply));
  else for (const line of planLines(registration, apply, session)) session.print(line);
  return exit.fine;
}

/** Where there is nothing to be done, nothing is asked for. */
async function carryOut({ steps, apply }: Registration, { needs }: Session): Promise<void> {
  const release = await needs.lock();
  try {
    if (steps.some(isToDo)) await apply();
  } finally {
    release();
  }
}

const isToDo = ({ kind }: Step): boolean => kind !== 'nothing';

const planJson = ({ steps, invite }: Registration, applied: boolean): string =>
  JSON.stringify({ applied, steps, invite }, null, 2);

function planLines({ steps, invite }: Registration, isApplied: boolean, { words }: Session): string[] {
  const { step: said, done, dry, nothing, invite: inviting } = words.setup;
  const end = !steps.some(isToDo) ? nothing : isApplied ? done : dry;
  return [
    ...steps.flatMap(({ kind, name, differences }) => [
      plainly(said[kind](name)),
      ...differences.map((difference) => `  ${differenceLine(difference, words)}`),
    ]),
    end,
    inviting(invite),
  ];
}
