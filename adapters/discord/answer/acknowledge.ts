/** The first word to an interaction: that there will be an answer, and who will see it. Discord waits three seconds for it. */
import {
  InteractionResponseType as Response,
  MessageFlags,
  RESTJSONErrorCodes as codes,
  Routes,
} from 'discord.js';
import type { APIInteractionResponse, APIMessageComponentInteraction } from 'discord.js';
import type { Desk } from '../desk.ts';
import { codeOf } from '../rest/posted.ts';

/**
 * Who will see the answer, which is settled before there is one. `own`: it takes the place of a message for one person, whose
 * button was pressed.
 */
export type Surface = 'private' | 'public' | 'own';

/** What an answer needs of it: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export type Interaction = Pick<APIMessageComponentInteraction, 'id' | 'token' | 'application_id'>;

export interface Responding {
  readonly interaction: Interaction;
  readonly surface: Surface;
  readonly desk: Desk;
}

const deferrals: Readonly<Record<Surface, APIInteractionResponse>> = {
  private: { type: Response.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
  public: { type: Response.DeferredChannelMessageWithSource },
  own: { type: Response.DeferredMessageUpdate },
};

/** `late`: Discord has given up waiting. `elsewhere`: another process answers it. */
type Taken = 'taken' | 'late' | 'elsewhere';

export async function acknowledge(responding: Responding): Promise<Taken> {
  const first = await defer(responding);
  if (first !== 'unsure') return first;
  return shown[await defer(responding)];
}

/** Where the first attempt may have arrived, the second one shows it. */
const shown = { taken: 'taken', elsewhere: 'taken', late: 'late', unsure: 'late' } as const;

async function defer({ interaction, surface, desk }: Responding): Promise<Taken | 'unsure'> {
  const { id, token } = interaction;
  try {
    await desk.clients.interaction.post(Routes.interactionCallback(id, token), {
      body: deferrals[surface],
      auth: false,
    });
    return 'taken';
  } catch (error) {
    desk.log.info({ err: error }, 'Discord could not be told that there will be an answer');
    return refusals[codeOf(error)] ?? 'unsure';
  }
}

const refusals: Readonly<Record<string, Taken>> = {
  [codes.UnknownInteraction]: 'late',
  [codes.InteractionHasAlreadyBeenAcknowledged]: 'elsewhere',
};
