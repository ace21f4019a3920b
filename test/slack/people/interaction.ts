/** What every interaction tells the app, and how its acknowledgement and its answer are waited for. */
import type { Channel, Message, User } from '../state.ts';
import { responseUrl, trigger } from '../trigger.ts';
import type { Acknowledged, World } from '../world.ts';
import type { Answer } from './answer.ts';
import { waitFor } from './answer.ts';

/** Who and where. https://docs.slack.dev/reference/interaction-payloads */
export function interaction(world: World, user: User): Readonly<Record<string, unknown>> {
  const { team, app } = world.state;
  return {
    token: 'verification',
    team: { id: team.id, domain: team.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: team.id },
    api_app_id: app.id,
    enterprise: null,
    is_enterprise_install: false,
  };
}

const names = { public: null, private: 'privategroup', im: 'directmessage' } as const;

/** What payloads call a channel. */
export const channelJson = (channel: Channel): { readonly id: string; readonly name: string } => ({
  id: channel.id,
  name: names[channel.kind] ?? channel.name,
});

/** Where something may be answered: a trigger, and an address. */
export interface Answerable {
  readonly causes: readonly string[];
  readonly trigger_id: string;
  readonly response_url: string;
}

export function answerable(
  world: World,
  of: { readonly user: User; readonly channel: Channel; readonly message?: Message },
): Answerable {
  const trigger_id = trigger(world, of.user.id);
  const { id, url } = responseUrl(world, {
    user: of.user.id,
    channel: of.channel.id,
    thread: of.message?.thread ?? null,
    original: of.message?.ts ?? null,
  });
  return { causes: [trigger_id, id], trigger_id, response_url: url };
}

/** Sends it; once it is acknowledged, waits for what the person gets to see. */
export async function interact(
  world: World,
  of: {
    readonly payload: Readonly<Record<string, unknown>>;
    readonly user: User;
    readonly channel: string | null;
    readonly causes: readonly string[];
    readonly what: string;
  },
): Promise<Answer> {
  const since = world.feed.effects.length;
  await send(world, of.payload);
  return waitFor(world, { ...of, since });
}

export const send = (world: World, payload: Readonly<Record<string, unknown>>): Promise<Acknowledged> =>
  world.send({ kind: 'interactive', payload, answerable: true, retry: null });
