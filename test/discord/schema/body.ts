/** The shape that Discord's specification gives to the body of each operation. https://github.com/discord/discord-api-spec */
import * as spec from 'discord-api-spec/zod';
import { z } from 'zod';
import type { Fault } from '../refusal.ts';
import { InvalidForm } from '../refusal.ts';
import { faultsOf } from './issue.ts';

type Schema = Parameters<typeof z.safeParse>[0];
type Body = Readonly<Record<string, unknown>>;

/** Permissions are numbers in the specification, and strings in what everybody sends. */
const permissionFields = new Set(['default_member_permissions', 'allow', 'deny']);

const digits = (key: string, value: unknown): unknown =>
  permissionFields.has(key) && typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;

const asSpecified = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body === undefined ? {} : body, digits)) as unknown;

const commands = z.array(spec.ApplicationCommandUpdateRequestSchema as unknown as z.ZodType).max(130);

/** By the type of the callback. */
const callbacks: Readonly<Record<number, Schema>> = {
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
};

const createEvent: Readonly<Record<number, Schema>> = {
  1: spec.StageScheduledEventCreateRequestSchema,
  2: spec.VoiceScheduledEventCreateRequestSchema,
  3: spec.ExternalScheduledEventCreateRequestSchema,
};

const always = (schema: Schema) => (): Schema => schema;

const wrongType = z.object({ type: z.never() });
const wrongEvent = z.object({ entity_type: z.never() });

/** By operation; one that is not here takes no body. */
const bodies: Readonly<Record<string, (body: Body) => Schema>> = {
  create_dm: always(spec.CreatePrivateChannelRequestSchema),
  create_message: always(spec.MessageCreateRequestSchema),
  update_message: always(spec.MessageEditRequestPartialSchema),
  create_thread_from_message: always(spec.CreateTextThreadWithMessageRequestSchema),
  /** These two are one operation: which it is depends on the channel. */
  create_forum_thread: always(spec.CreateForumThreadRequestSchema),
  create_text_thread: always(spec.CreateTextThreadWithoutMessageRequestSchema),
  update_thread: always(spec.UpdateThreadRequestPartialSchema),
  update_guild_channel: always(spec.UpdateGuildChannelRequestPartialSchema),
  create_channel_invite: always(spec.CreateGuildInviteRequestSchema),
  create_interaction_response: ({ type }) => callbacks[Number(type)] ?? wrongType,
  execute_webhook: always(spec.IncomingWebhookRequestPartialSchema),
  update_original_webhook_message: always(spec.IncomingWebhookUpdateRequestPartialSchema),
  update_webhook_message: always(spec.IncomingWebhookUpdateRequestPartialSchema),
  bulk_set_application_commands: always(commands),
  bulk_set_guild_application_commands: always(commands),
  create_application_command: always(spec.ApplicationCommandCreateRequestSchema),
  create_guild_application_command: always(spec.ApplicationCommandCreateRequestSchema),
  update_application_command: always(spec.ApplicationCommandPatchRequestPartialSchema),
  update_guild_application_command: always(spec.ApplicationCommandPatchRequestPartialSchema),
  create_guild_scheduled_event: ({ entity_type }) => createEvent[Number(entity_type)] ?? wrongEvent,
  update_guild_scheduled_event: always(spec.ExternalScheduledEventPatchRequestPartialSchema),
};

/** What is wrong with it; nothing if it is as specified. */
function bodyFaults(operation: string, body: unknown): readonly Fault[] {
  const choose = bodies[operation];
  if (!choose) return [];
  const value = asSpecified(body);
  const parsed = z.safeParse(choose((value ?? {}) as Body), value, { reportInput: true });
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(issue));
}

/** Throws where it is not as specified. */
export function refuseBody(operation: string, body: unknown): void {
  const faults = bodyFaults(operation, body);
  if (faults.length > 0) throw new InvalidForm(faults);
}
