/** What was typed of a digest → as much of its setting as that says. */
import { readSection, usualDigest } from '../content/digest-setting.ts';
import { isZone } from '../content/zone.ts';
import { readSchedule } from '../content/schedule.ts';
import { UserError } from '../error.ts';
import type { DigestSection, DigestSetting, Locale } from '../port.ts';
import { readYesNo } from './yes-no.ts';
import { locales } from '../model.ts';

/** The options of a digest, as typed; '' is not given. */
export interface Typed {
  readonly schedule: string;
  readonly zone: string;
  readonly locale: string;
  readonly sections: string;
  readonly tag: string;
  readonly series: string;
  readonly thread: string;
  readonly empty: string;
  readonly mention: string;
  readonly keep: string;
}

type Reader = (value: string) => Partial<DigestSetting>;

/** Throws UserError that names what is not understood. */
export function givenIn(typed: Typed): Partial<DigestSetting> {
  const given = Object.entries(readers).map(([name, read]) => {
    const value = typed[name as keyof Typed];
    return value === '' ? {} : read(value);
  });
  return Object.assign({}, ...given) as Partial<DigestSetting>;
}

const readers: Readonly<Record<keyof Typed, Reader>> = {
  schedule: (value) => ({ schedule: scheduleIn(value) }),
  zone: (value) => ({ zone: unless(value, zoneIn) }),
  locale: (value) => ({ locale: unless(value, localeIn) }),
  sections: (value) => ({ sections: unless(value, sectionsIn) ?? usualDigest.sections }),
  tag: (value) => ({ tags: unless(value, namesIn) ?? [] }),
  series: (value) => ({ series: unless(value, namesIn) ?? [] }),
  thread: (value) => ({ thread: readYesNo('thread', value) }),
  empty: (value) => ({ empty: emptyIn(value) }),
  mention: (value) => ({ mention: unless(value, (name) => name.replace(/^@/, '')) }),
  keep: (value) => ({ keep: readYesNo('keep', value) }),
};

/** What takes a wish back. */
const none = /^(?:none|any|all|auto|-|なし|すべて|全部)$/iu;

const unless = <T>(value: string, read: (value: string) => T): T | null =>
  none.test(value) ? null : read(value);

function scheduleIn(text: string): string {
  const schedule = readSchedule(text);
  if (schedule === null) throw new UserError('digest-schedule', { text });
  return schedule;
}

function zoneIn(value: string): string {
  if (!isZone(value)) throw new UserError('digest-zone', { value });
  return value;
}

/** By its code, or as any language calls it. */
function localeIn(value: string): Locale {
  const typed = value.toLowerCase();
  const found = locales.find((locale) =>
    [locale, ...locales.map((each) => new Intl.DisplayNames(each, { type: 'language' }).of(locale))].some(
      (name) => name?.toLowerCase() === typed,
    ),
  );
  if (found === undefined) throw new UserError('digest-language', { value });
  return found;
}

const namesIn = (value: string): readonly string[] =>
  value
    .split(/[,、，]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const sectionsIn = (value: string): readonly DigestSection[] => [...new Set(namesIn(value).map(sectionIn))];

/** Throws UserError `digest-sections`. */
function sectionIn(name: string): DigestSection {
  const section = readSection(name);
  if (section === null) throw new UserError('digest-sections', { value: name });
  return section;
}

const emptyWords: readonly (readonly [DigestSetting['empty'], RegExp])[] = [
  ['say', /^(?:say|伝える)$/iu],
  ['skip', /^(?:skip|投稿しない)$/iu],
];

function emptyIn(value: string): DigestSetting['empty'] {
  const found = emptyWords.find(([, pattern]) => pattern.test(value));
  if (found === undefined) throw new UserError('digest-empty', { value });
  return found[0];
}
