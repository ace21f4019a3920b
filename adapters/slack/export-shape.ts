/** What an export has to be so that it can be read. More may stand in it. */
import { z } from 'zod';
import { UserError } from '../../src/error.ts';
import type { User } from './person.ts';
import type { Said } from './remark.ts';

/** A message, and how many answers Slack counted below it. */
export type Exporting = Said & { readonly reply_count?: number };

const stamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const word = z.string().optional();
const things = z.array(z.looseObject({})).optional();

/** Some exports write `null` where Slack says nothing. */
const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
    : value;

const thing = <Shape extends z.ZodRawShape>(shape: Shape) => z.preprocess(withoutNulls, z.looseObject(shape));

const file = thing({ name: word, mode: word, size: z.number().optional() });

const message = thing({
  ts: stamp,
  thread_ts: stamp.optional(),
  subtype: word,
  user: word,
  text: word,
  username: word,
  bot_id: word,
  app_id: word,
  bot_profile: thing({ name: word }).optional(),
  edited: thing({ ts: stamp }).optional(),
  reply_count: z.number().int().nonnegative().optional(),
  blocks: things,
  attachments: z
    .array(thing({ author_id: word, author_name: word, ts: word, files: z.array(file).optional() }))
    .optional(),
  files: z.array(file).optional(),
});

const named = { display_name: word, real_name: word };

const user = thing({ id: z.string(), name: word, real_name: word, profile: thing(named).optional() });

/** A list, or what holds it under a name. */
function listIn(json: unknown, name: string, one: z.ZodType): readonly unknown[] {
  const held = z.looseObject({ [name]: z.unknown() }).safeParse(json);
  const read = z.array(one).safeParse(held.success ? held.data[name] : json);
  if (!read.success) throw new UserError('export-unreadable');
  return read.data;
}

const pages = z.array(z.union([z.array(z.unknown()), z.looseObject({ messages: z.unknown() })])).min(1);

/** Of pages and days, all of them. Throws UserError `export-unreadable`. */
export function messagesIn(json: unknown): readonly Exporting[] {
  const several = pages.safeParse(json);
  const parts: readonly unknown[] = several.success ? several.data : [json];
  return parts.flatMap((part) => listIn(part, 'messages', message)) as readonly Exporting[];
}

/** Throws UserError `export-unreadable`. */
export const usersIn = (json: unknown): readonly (User & { readonly id: string })[] =>
  listIn(json, 'members', user) as readonly (User & { readonly id: string })[];
