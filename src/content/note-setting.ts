/** `notes` of community.md: whose words are kept, who may collect, and what belongs to which event. */
import { z } from 'zod';
import type { NoteConsent, NoteSettings } from '../port.ts';
import { list, text, textBy } from './schema.ts';

/** Each as people write it. */
const consents: Readonly<Record<NoteConsent, readonly string[]>> = {
  told: ['told', 'everyone', '全員'],
  agreed: ['agreed', '同意'],
  own: ['own', 'mine', '本人'],
};

const readConsent = (word: string): NoteConsent | null =>
  (Object.keys(consents) as NoteConsent[]).find((consent) =>
    consents[consent].includes(word.toLowerCase()),
  ) ?? null;

/** Nobody's words are kept who has not agreed, unless a community decides otherwise. */
export const usualNotes: NoteSettings = {
  consent: 'agreed',
  collectors: 'members',
  reaction: null,
  folder: 'reports',
  names: 'shown',
  programs: [],
  files: true,
  channels: [],
};

/** A folder below the content; whatever leads out of it, or is shown in no listing, is none. */
function readFolder(path: string): string | null {
  const names = path.replace(/^\/|\/$/gu, '').split('/');
  const isSafe = names.every((name) => /^[^.\\\0][^\\\0]*$/u.test(name) && name !== 'node_modules');
  return isSafe ? names.join('/').normalize('NFC') : null;
}

const route = z.strictObject({ channel: text, event: text });

/** `general: Docker Meetup Tokyo #12`, or rows of `channel` and `event`. */
const routes = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([channel, event]) => ({ channel, event }))
      : value,
  z.array(route),
);

const word = text.transform((value) => value.toLowerCase());

/** What is misspelt is none of it: half a wish might keep words that nobody agreed to. */
const fields = z
  .strictObject({
    consent: textBy(readConsent),
    collectors: word.pipe(z.enum(['members', 'organisers', 'nobody'])),
    reaction: z.union([z.literal(false).transform(() => null), text]),
    folder: textBy(readFolder),
    names: word.pipe(z.enum(['shown', 'initials', 'none'])),
    programs: list(text),
    files: z.boolean(),
    channels: routes,
  })
  .partial()
  .transform((said): NoteSettings => ({
    ...usualNotes,
    ...(Object.fromEntries(
      Object.entries(said).filter(([, value]) => value !== undefined),
    ) as Partial<NoteSettings>),
  }));

const off = z
  .union([z.literal(false), text.refine((value) => /^(?:off|no|false)$/iu.test(value))])
  .transform((): NoteSettings => ({ ...usualNotes, collectors: 'nobody' }));

/** `notes: off` takes none at all. */
export const noteSetting = z.union([off, fields]);
