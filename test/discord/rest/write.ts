/** Where the app may write, and what. */
import { refuse } from '../refusal.ts';
import type { Channel } from '../state.ts';
import type { Context } from './define.ts';
import { need } from './find.ts';
import type { Body } from './payload.ts';

/** Refuses where the app may not write so. */
export function refuseWriting(context: Context, of: Channel, body: Body): void {
  need(context, of, 'sendMessages');
  if ((body.embeds ?? []).length > 0) need(context, of, 'embedLinks');
  if (context.files.length > 0) need(context, of, 'attachFiles');
  if (of.thread?.locked === true && of.thread.archived) throw refuse('threadLocked');
  const { state } = context.world;
  const [recipient] = of.recipients;
  const isShut = recipient !== undefined && !isReachable(context, recipient);
  if (of.guild === null && isShut && state.users.has(recipient)) throw refuse('cannotDirect');
}

/** Somebody of a guild that the app is in, who lets members write to them. */
function isReachable({ world: { state } }: Context, id: string): boolean {
  const isTogether = [...state.guilds.values()].some(
    ({ members }) => members.has(id) && members.has(state.app.id),
  );
  return isTogether && state.users.get(id)?.acceptsDirect === true;
}
