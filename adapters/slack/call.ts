/** What somebody did in Slack → a Call: what it says, who did it, and where. */
import type { Call } from '../../src/port.ts';
import type { People } from './person.ts';
import { placeOf } from './place.ts';
import type { Spot } from './place.ts';
import type { Workspace } from './workspace.ts';

/** What arrived, before Slack is asked who and where that is. */
export interface Asked extends Spot {
  /** `null`: a button that is too old to know what it meant. */
  readonly said: Pick<Call, 'command' | 'input'> | null;
  /** Id. */
  readonly user: string;
}

type Callers = Pick<Workspace, 'bot' | 'clients' | 'self' | 'newId'> & {
  readonly people: People;
};

/** Person and place are asked of Slack anew, at the same time. */
export async function callOf(asked: Asked, room: Callers): Promise<Call> {
  const [person, place] = await Promise.all([room.people.ask(asked.user), placeOf(asked, room)]);
  const { command, input } = asked.said ?? { command: '', input: '' };
  const locale = await room.bot.localeOf(person, place);
  return { command, input, place, person, locale, id: room.newId() };
}
