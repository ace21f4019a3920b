/** A report or a part of it, read anew from its file. */
import { readReport, readSection } from '../content/report.ts';
import type { Passage, Reading, Report, Section, Settings } from '../port.ts';
import type { AddressOf } from '../search/address.ts';
import { label } from '../search/key.ts';
import { shownSpeakers } from '../search/people.ts';
import type { Parts } from './sync.ts';

export interface Ground {
  readonly settings: Settings;
  readonly addressOf: AddressOf;
  /** Local day. */
  readonly today: string;
}

/** `null` if there is no such thing to be shown, or no longer. */
export async function readById(
  id: string,
  parts: Parts,
  ground: Ground,
): Promise<Omit<Reading, 'proposals'> | null> {
  const passage = await passageOf(id, parts, ground.today);
  const text = passage === null ? null : (await parts.content.read(passage.file)).text;
  if (passage === null || text === null) return null;
  const source = { path: passage.file, text };
  const context = { zone: ground.settings.zone, hash: parts.hash };
  const report = readReport(source, context);
  const part = passage.line === 0 ? null : id;
  const reading = readSection(source, context, part);
  if (reading === null) return null;
  const { section, path, body } = reading;
  return {
    ...shown(report, section, ground.settings),
    path,
    body,
    url: ground.addressOf(passage),
  };
}

async function passageOf(id: string, { index }: Parts, today: string): Promise<Passage | null> {
  const where = { term: label('id', id), in: ['keys'] } as const;
  const any = { prefer: [], from: null, before: null, kinds: null, limit: 1, offset: 0 };
  const { passages } = await index.match({ ...any, where, today });
  return passages[0] ?? null;
}

/** Without the names of those who do not want to be found. */
function shown(
  report: Report,
  section: Section | null,
  { people }: Settings,
): Pick<Reading, 'report' | 'section' | 'contents'> {
  const visible = <T extends Pick<Section, 'speakers'>>(of: T): T => ({
    ...of,
    speakers: shownSpeakers(of.speakers, people),
  });
  const { text: _text, sections, ...rest } = report;
  return {
    report: visible(rest),
    section: section === null ? null : visible(section),
    contents: sections.map(({ text: _own, ...entry }) => visible(entry)),
  };
}
