/** What an app posts to a `response_url`: five times, for half an hour, and never more widely than it was asked. */
import { z } from 'zod';
import { checkMessage } from './check.ts';
import { change, remove, say } from './conversation.ts';
import { interactionLimits } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Channel } from './state.ts';
import { messageOf } from './state.ts';
import type { ResponseAddress, World } from './world.ts';

/** `markdown_text` is not among them: Slack answers `no_text` to a body that has nothing else. */
const bodySchema = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

type Body = z.output<typeof bodySchema>;

/** Takes one of its uses. */
function use(world: World, id: string): ResponseAddress {
  const found = world.responses.get(id);
  if (!found || world.clock.now() > found.expires) throw new Refusal('expired_url');
  if (found.uses >= interactionLimits.responseUses) throw new Refusal('used_url');
  const used = { ...found, uses: found.uses + 1 };
  world.responses.set(id, used);
  return used;
}

function post(
  world: World,
  channel: Channel,
  of: { readonly body: Body; readonly asked: ResponseAddress },
): void {
  const { body, asked } = of;
  const onlyFor = body.response_type === 'in_channel' ? null : asked.user;
  const thread = body.thread_ts ?? asked.thread;
  const user = world.state.app.user;
  const draft = { ...checkMessage(body), onlyFor, thread, user, cause: asked.id };
  const { message } = say(world, channel, draft);
  if (asked.original === null) world.responses.set(asked.id, { ...asked, original: message.ts });
}

/** Answers as Slack does; throws Refusal. `body`: what was posted, parsed. */
export function respond(world: World, id: string, body: unknown): void {
  const asked = use(world, id);
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw new Refusal('invalid_payload');
  const channel = world.state.channels.get(asked.channel);
  if (!channel) throw new Refusal('channel_not_found');
  const original = asked.original === null ? undefined : messageOf(channel, asked.original);
  if (parsed.data.delete_original && original) {
    remove(world, channel, original, asked.id);
    return;
  }
  if (!parsed.data.replace_original || !original) return post(world, channel, { body: parsed.data, asked });
  const after = { ...original, ...checkMessage(parsed.data) };
  change(world, { channel, before: original, after, cause: asked.id });
}
