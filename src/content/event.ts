/** A file below `events/` that has a `start` → the event that it describes. */
import type { Root } from 'mdast';
import type { EventFile, Problem } from '../model.ts';
import { cleaned } from './clean.ts';
import { FIELDS } from './event-fields.ts';
import { readTimes } from './event-times.ts';
import { isHidden } from './fields.ts';
import { lineOfField, readFields } from './schema.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import { plainText } from './plain.ts';
import type { Context, Source } from './report.ts';

const FOLDER = 'events/';

/**
 * Understands an event; `null` if the file is none, or a draft of one. Never throws: a field that is not understood
 * is `null` and a problem names it. An event without a readable start has '' for one, and so never happens.
 */
export function readEvent(source: Source, context: Context): EventFile | null {
  const header = readFrontMatter(source.text);
  if (!source.path.startsWith(FOLDER) || !hasStart(header) || isHidden(header)) return null;
  const { values, unread } = readFields(header, FIELDS);
  const zone = values.zone ?? context.zone;
  const { times, unread: untimely } = readTimes(values, zone);
  const body = parseMarkdown(header.body);
  const title = values.title ?? titleOf(body);
  const { status, ...facts } = values;
  return {
    ...facts,
    ...times,
    id: context.hash(source.path),
    file: source.path,
    title: title ?? fileName(source.path),
    zone,
    changes: [],
    accepted: null,
    waiting: null,
    tags: values.tags ?? [],
    talks: values.talks ?? [],
    cancelled: status ?? false,
    text: plainText({ type: 'root', children: [...cleaned(body, 0)] }),
    problems: [
      ...header.problems,
      ...(title === null ? [problem('field-unreadable', source, 'title')] : []),
      ...[...unread, ...untimely].map((key) => problem(CODES[key] ?? 'field-unreadable', source, key)),
    ],
  };
}

const hasStart = ({ data }: FrontMatter): boolean =>
  data['start'] !== undefined && data['start'] !== null && data['start'] !== '';

/** What its first heading says. */
function titleOf(body: Root): string | null {
  const heading = body.children.find(({ type }) => type === 'heading');
  return heading ? plainText(heading) || null : null;
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/u, '');

/** Without it there is nothing to put on a calendar. */
const CODES: Readonly<Record<string, Problem['code']>> = { start: 'event-incomplete' };

const problem = (code: Problem['code'], source: Source, key: string): Problem => ({
  line: lineOfField(source.text, key),
  code,
  detail: key,
});
