/** Who may collect notes, asked each time. */
import { UserError } from '../error.ts';
import type { Collector, Noting, State, Whose } from '../port.ts';
import type { Scene } from './spec.ts';

/** Throws UserError `notes-…` where this person may not, or nobody does. */
export function notesFor(scene: Scene): { readonly notes: Noting; readonly state: State } {
  const { notes, state, settings, call } = scene;
  const { collectors } = settings.notes;
  if (notes === null || state === null) throw new UserError('nothing-remembered');
  if (collectors === 'nobody') throw new UserError('notes-off');
  if (call.person.guest) throw new UserError('notes-members');
  if (collectors === 'organisers' && !call.person.organiser) throw new UserError('notes-organisers');
  return { notes, state };
}

export const collectorIn = ({ call }: Scene): Collector => ({
  platform: call.place.platform,
  person: call.person,
  locale: call.locale,
});

export const whoseCall = ({ call }: Scene): Whose => ({ platform: call.place.platform, id: call.person.id });
