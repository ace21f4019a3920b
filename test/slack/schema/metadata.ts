/** Message metadata: plain values, one level of objects or lists. https://docs.slack.dev/messaging/message-metadata */
import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.boolean()]);

export const metadata = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.union([value, z.array(value), z.record(z.string(), value)])),
});

export type Metadata = z.output<typeof metadata>;
