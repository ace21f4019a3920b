/** Notes before they are saved, and what one may do with them. */
import type { NoteDraft } from '../note/draft.ts';
import type { Next, NoteLook, View } from '../port.ts';
import { root } from '../view/build.ts';
import { notePreview, onPage } from '../view/note.ts';
import { writeInput } from './input.ts';
import { collectorIn, notesFor } from './notes-service.ts';
import type { Scene } from './spec.ts';

/** `page`: from 0. */
export async function draftView(draft: NoteDraft, page: number, scene: Scene): Promise<View> {
  const { words, settings } = scene;
  const seen = await notesFor(scene).notes.look(draft, collectorIn(scene), scene.show);
  const pages = Math.max(1, Math.ceil(seen.messages.length / onPage));
  const shown = Math.min(page, pages - 1);
  const { zone, notes } = settings;
  return {
    body: notePreview(seen, { words, zone, consent: notes.consent, page: shown }),
    next: waysOn({ draft, seen, page: shown, pages }, scene),
    data: { ...seen, draft: draft.key },
  };
}

/** The region, to the letter. */
export async function fileView(draft: NoteDraft, page: number, scene: Scene): Promise<View> {
  const seen = await notesFor(scene).notes.look(draft, collectorIn(scene), scene.show);
  return {
    body: root({ type: 'code', lang: 'markdown', value: seen.text.trimEnd() }),
    next: [stepTo({ draft, page }, scene.words.note.button.back, '')],
    data: { path: seen.path, text: seen.text },
  };
}

interface At {
  readonly draft: NoteDraft;
  readonly page: number;
}

interface Shown extends At {
  readonly seen: NoteLook;
  readonly pages: number;
}

const stepTo = ({ draft, page }: At, label: string, step: string): Next => ({
  label,
  command: 'collect',
  input: writeInput('', { draft: draft.key, step, page: page + 1 }),
});

function waysOn({ draft, seen, page, pages }: Shown, { words, settings }: Scene): readonly Next[] {
  const { button } = words.note;
  const here = { draft, page };
  const isReady = seen.secrets.length === 0 && seen.messages.some(({ leftOut }) => leftOut === null);
  const asks = settings.notes.consent === 'agreed' && seen.authors.some(({ says }) => says === null);
  return [
    ...(isReady ? [stepTo(here, button.save, 'save')] : []),
    ...(seen.secrets.length > 0 ? [stepTo(here, button.mask, 'mask')] : []),
    changeForm(draft, seen, button.change),
    ...(asks ? [stepTo(here, button.ask, 'ask')] : []),
    ...ticks(here, seen, button),
    ...(pages > 1 ? [stepTo({ draft, page: (page + 1) % pages }, button.more, '')] : []),
    stepTo(here, button.file, 'file'),
  ];
}

/** Only what would be kept, or was left out by whoever collects, can be ticked. */
const ticks = (here: At, { messages }: NoteLook, button: Scene['words']['note']['button']): readonly Next[] =>
  messages.flatMap(({ leftOut }, index) => {
    const isHere = Math.floor(index / onPage) === here.page;
    if (!isHere || (leftOut !== null && leftOut !== 'unticked')) return [];
    const label = leftOut === null ? button.untick(index + 1) : button.tick(index + 1);
    return [stepTo(here, label, `tick-${index + 1}`)];
  });

function changeForm({ key }: NoteDraft, seen: NoteLook, label: string): Next {
  const { title, event, tags, messages } = seen;
  const leave = messages.flatMap(({ leftOut }, index) => (leftOut === 'unticked' ? [index + 1] : []));
  const fields = { title, event: event?.title ?? '', tags: tags.join(', '), leave: leave.join(', ') };
  return { label, command: 'collect-change', input: writeInput('', { draft: key, ...fields }), form: true };
}
