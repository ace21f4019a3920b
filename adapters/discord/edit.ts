/** What was posted, said otherwise. */
import { RESTJSONErrorCodes as codes, Routes } from 'discord.js';
import type { REST } from 'discord.js';
import type { Locale, Posted, View } from '../../src/port.ts';
import { outgoing } from './outgoing.ts';
import { readRef } from './ref.ts';
import type { Ref } from './ref.ts';
import { codeOf, postedOf } from './rest/posted.ts';
import type { Workspace } from './workspace.ts';

interface Editing {
  readonly client: REST;
  readonly ref: string;
  readonly view: View;
  readonly locale: Locale;
}

/** A second time does no harm; still it is not tried again by itself. */
export async function edit(
  { client, ref, view, locale }: Editing,
  { now }: Pick<Workspace, 'now'>,
): Promise<Posted> {
  const at = readRef(ref);
  if (at === null) return { status: 'refused', reason: String(codes.UnknownMessage) };
  const change = () => client.patch(Routes.channelMessage(at.channel, at.message), outgoing(view, locale));
  try {
    await change().catch(async (error: unknown) => {
      if (codeOf(error) !== String(codes.InvalidActionOnArchivedThread)) throw error;
      await wake(at, client);
      await change();
    });
    return { status: 'posted', ref };
  } catch (error) {
    return postedOf(error, now());
  }
}

/** Nothing can be edited in a thread that was laid aside: https://docs.discord.com/developers/topics/threads#active--archived-threads */
const wake = ({ channel }: Ref, client: REST): Promise<unknown> =>
  client.patch(Routes.channel(channel), { body: { archived: false } });
