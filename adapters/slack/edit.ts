/** What was posted, said otherwise. */
import type { webApi } from '@slack/bolt';
import type { Locale, Posted, View } from '../../src/port.ts';
import { postedOf } from './web-api/failure.ts';
import { outgoing } from './outgoing.ts';
import { readRef } from './ref.ts';
import type { Workspace } from './workspace.ts';

interface Editing {
  readonly client: webApi.WebClient;
  readonly ref: string;
  readonly view: View;
  readonly locale: Locale;
  readonly metadata?: webApi.ChatUpdateArguments['metadata'];
}

/** A second time does no harm; still it is not tried again by itself. */
export async function edit(editing: Editing, { now }: Pick<Workspace, 'now'>): Promise<Posted> {
  const { client, ref, view, locale, metadata } = editing;
  const message = readRef(ref);
  if (message === null) return { status: 'refused', reason: 'message_not_found' };
  const { blocks, text } = outgoing(view, locale);
  try {
    await client.chat.update({ ...message, blocks, text, ...(metadata === undefined ? {} : { metadata }) });
    return { status: 'posted', ref };
  } catch (error) {
    return postedOf(error, now());
  }
}
