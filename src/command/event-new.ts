/** `/meetup event new`: an organiser writes an event in plain words, sees how it will be announced, and saves it as a file. */
import { UserError } from '../error.ts';
import { readEvent } from '../content/event.ts';
import { readTalkLines } from '../content/event-talks.ts';
import { eventPath, writeEvent } from '../content/event-text.ts';
import type { EventText } from '../content/event-text.ts';
import { readWhen } from '../content/when.ts';
import { occurrences } from '../event/occurrences.ts';
import { noteOrganiser } from '../event/organiser.ts';
import { whoCalls } from '../event/who.ts';
import type { Happening, View } from '../port.ts';
import { span } from '../view/agenda.ts';
import { bullets, code, item, paragraph, root } from '../view/build.ts';
import { eventCard } from '../view/event-card.ts';
import { shareButton } from './button.ts';
import { writeInput } from './input.ts';
import { writeCall } from './next.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { notRead } from './when.ts';

export const eventNew = defineCommand({
  name: 'event-new',
  form: true,
  options: {
    title: { type: 'text', required: true },
    when: { type: 'text', required: true },
    place: { type: 'text' },
    url: { type: 'text' },
    details: { type: 'text', long: true },
    save: { type: 'text', listed: false },
  },
  run: async ({ save, ...fields }, scene) => {
    if (!scene.call.person.organiser) throw new UserError('organisers-decide');
    if (fields.title === '' && fields.when === '') return howTo(scene);
    const event = eventOf(fields, scene);
    const file = { path: eventPath(event), text: writeEvent(event) };
    const [happening, ...further] = asRead(file, scene);
    if (happening === undefined) throw new Error('an event that was written can not be read');
    return save === ''
      ? preview({ fields, file, happening, further }, scene)
      : saved({ file, happening }, scene);
  },
});

interface Fields {
  readonly title: string;
  readonly when: string;
  readonly place: string;
  readonly url: string;
  readonly details: string;
}

interface File {
  readonly path: string;
  readonly text: string;
}

function howTo({ words }: Scene): View {
  const { create } = words.event;
  return {
    body: root(paragraph(create.howTo)),
    next: [{ label: words.event.create.fill, command: 'event-new', input: '', form: true }],
  };
}

/** Throws UserError that names what is missing or not understood. */
function eventOf({ title, when, place, url, details }: Fields, scene: Scene): EventText {
  const { settings, now } = scene;
  if (title === '') throw new UserError('event-title');
  if (url !== '' && !/^https?:\/\/\S+$/u.test(url)) throw new UserError('event-url', { value: url });
  const read = readWhen(when, { zone: settings.zone, now: now() });
  if (!read.ok) throw notRead(when, read, scene.locale);
  const { start, end, repeat } = read;
  const lines = details.split('\n');
  return {
    title,
    start,
    end,
    repeat,
    place: place === '' ? null : place,
    url: url === '' ? null : url,
    talks: readTalkLines(lines.filter(isTalk).join('\n')),
    text: lines
      .filter((line) => !isTalk(line))
      .join('\n')
      .trim(),
  };
}

/** In a list of a text that announces an event are talks. */
const isTalk = (line: string): boolean => /^\s*[-*・]\s*\S/u.test(line);

/** Dates of an event that repeats which one looks at. */
const shownDates = 4;

/** Milliseconds: the farthest day that people plan for. */
const far = 100 * 366 * 24 * 60 * 60_000;

/** As the file says it, and nothing that stands in the form alone. */
function asRead(file: File, { settings, now }: Scene): readonly Happening[] {
  const event = readEvent(file, { zone: settings.zone, hash: (text) => text });
  const between = { from: now(), to: new Date(now().getTime() + far) };
  return event === null ? [] : occurrences(event, between).slice(0, shownDates);
}

const cardOf = (happening: Happening, { words, locale }: Scene) =>
  eventCard(
    { happening, report: null, presentations: [], earlier: [], isOver: false, namesZone: true },
    { words, locale },
  ).children;

interface Preview {
  readonly fields: Fields;
  readonly file: File;
  readonly happening: Happening;
  /** The next ones, of an event that repeats. */
  readonly further: readonly Happening[];
}

function preview({ fields, file, happening, further }: Preview, scene: Scene): View {
  const { create } = scene.words.event;
  const input = writeInput('', { ...fields });
  return {
    body: root(
      paragraph(create.preview),
      ...cardOf(happening, scene),
      further.length > 0 && paragraph(create.repeats),
      further.length > 0 && bullets(further.map((each) => item(paragraph(...span(each))))),
      paragraph(create.fileWillBe(file.path)),
      { type: 'code', lang: 'markdown', value: file.text.trimEnd() },
    ),
    next: [
      { label: create.save, command: 'event-new', input: writeInput('', { ...fields, save: 'yes' }) },
      { label: create.change, command: 'event-new', input, form: true },
    ],
    data: file,
  };
}

/** Pressed twice, it is saved once. */
async function saved(
  { file, happening }: { readonly file: File; readonly happening: Happening },
  scene: Scene,
): Promise<View> {
  const { library, state, call, words } = scene;
  const there = await library.event(happening.title);
  const isThere =
    there?.happening.start === happening.start &&
    there.happening.title === happening.title &&
    there.happening.sources.some(({ feed }) => feed === 'files');
  const path = isThere ? file.path : await library.add(file);
  if (state !== null) scene.aside(noteOrganiser(state, whoCalls(call)));
  const here = writeCall({ command: 'event', input: happening.title });
  return {
    body: root(paragraph(code(path), ' ', words.event.create.saved), ...cardOf(happening, scene)),
    next: [
      { label: words.event.button.details, command: 'event', input: happening.title },
      shareButton(here, words),
    ],
    data: { path },
  };
}
