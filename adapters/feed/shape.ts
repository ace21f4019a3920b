/** Shapes of what services answer. A field that is missing or of another type is unknown; it takes nothing else with it. */
import { z } from 'zod';

/** In one line, with a letter in it. */
export const title = z
  .string()
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .refine((text) => text !== '');

export const webAddress = z.string().refine((text) => /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text));

export const optionalText = z
  .string()
  .transform((text) => text.trim() || null)
  .nullable()
  .catch(null);

export const optionalCount = z.int().nonnegative().nullable().catch(null);

/** What of a list is in shape. */
export const listOf = <T>(each: z.ZodType<T>): z.ZodType<readonly T[]> =>
  z.array(z.unknown()).transform((all) => all.flatMap((one) => each.safeParse(one).data ?? []));
