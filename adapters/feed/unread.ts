/** An event that is not understood, by what people may know it. */
import { z } from 'zod';
import type { FeedProblem } from '../../src/port.ts';

const NAME = z.object({ title: z.string() }).transform(({ title }) => title);
const NUMBER = z.object({ id: z.int() }).transform(({ id }) => String(id));

export const unread = (raw: unknown): FeedProblem => ({
  code: 'event-unreadable',
  detail: NAME.or(NUMBER).safeParse(raw).data ?? '',
});
