/** Where a modal was opened from: what is asked in it is asked there. Slack keeps it with the modal. */
import type { Spot } from './place.ts';

/** For `private_metadata`. What a channel was called a while ago says nothing of what it is now. */
export const writeOrigin = ({ channel, thread }: Spot): string =>
  JSON.stringify({ channel, ...(thread === undefined ? {} : { thread }) });

/** `null`: it was opened from nowhere in particular. */
export const readOrigin = (metadata: string): Spot | null =>
  metadata === '' ? null : (JSON.parse(metadata) as Spot);
