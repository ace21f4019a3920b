/** Which of the things that Slack tells are the bot's business. All others are acknowledged: not written down, and nobody is asked about them. */
import { isSameEmoji } from '../../../src/view/emoji.ts';
import { changedIn } from '../change.ts';
import type { MessageEvent } from '../change.ts';
import { isDirect } from '../place.ts';
import type { Process } from '../receiver.ts';
import type { Workspace } from '../workspace.ts';

type Room = Pick<Workspace, 'self' | 'settings'>;

export const attentive =
  (handle: Process, room: Room): Process =>
  async (received) => {
    if (await concerns(received.body['event'], room)) return handle(received);
    await received.ack();
  };

/** Rejects where it can not be found out: Slack tells it again. */
async function concerns(event: unknown, room: Room): Promise<boolean> {
  const { type = '' } = (event ?? {}) as { readonly type?: string };
  const judge = Object.hasOwn(judges, type) ? judges[type] : undefined;
  return judge === undefined || judge(event as never, room);
}

interface Reaction {
  readonly user?: string;
  readonly reaction?: string;
  readonly item?: { readonly type?: string };
}

/** Of these Slack tells everything that happens in its channels. */
const judges: Readonly<Record<string, (event: never, room: Room) => boolean | Promise<boolean>>> = {
  message: (event: MessageEvent, { self }: Room) =>
    isDirect(event.channel) || changedIn(event, self) !== null,
  reaction_added: async ({ user, reaction = '', item }: Reaction, { self, settings }: Room) => {
    if (item?.type !== 'message' || user === self.user) return false;
    const chosen = (await settings()).notes?.reaction ?? null;
    return chosen !== null && isSameEmoji(chosen, reaction);
  },
};
