/** A browser without scripts, for the playground: it opens pages, reads them, fills the field and presses buttons, fills in forms. */
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

export interface Shown {
  /** Of the message's element: `m1795305600000`. */
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly isPrivate: boolean;
  readonly buttons: readonly Button[];
  readonly form: Form | null;
  /** Where its files are. */
  readonly files: readonly string[];
  /** Where its thread is; '' where it has none. */
  readonly thread: string;
}

/** A button carries all that is sent. */
export interface Button {
  readonly label: string;
  /** Under which its call is sent. */
  readonly name: string;
  readonly call: string;
  readonly action: string;
}

/** A form of the bot's. */
export interface Form {
  readonly action: string;
  readonly fields: readonly Field[];
}

/** What nobody sees has no label. */
interface Field {
  readonly label: string;
  readonly name: string;
  readonly value: string;
}

export interface Room {
  readonly status: number;
  /** Below the base, as it was asked for in the end. */
  readonly path: string;
  readonly html: string;
  readonly messages: readonly Shown[];
  /** What is wrong, '' if nothing; and what stands in the field. */
  readonly problem: string;
  readonly field: string;
}

export interface Browsing {
  readonly open: (path: string) => Promise<Room>;
  /** Types a line into the field of that page. */
  readonly say: (path: string, line: string) => Promise<Room>;
  readonly press: (button: Button) => Promise<Room>;
  /** Fills in a form by its labels, and sends it. */
  readonly fill: (form: Form, values: Readonly<Record<string, string>>) => Promise<Room>;
}

const elements = (node: Nodes): readonly Element[] =>
  'children' in node
    ? node.children.flatMap((child) => [...(child.type === 'element' ? [child] : []), ...elements(child)])
    : [];

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : node.type === 'text' ? node.value : '';

const has = (className: string) => (element: Element) =>
  Array.isArray(element.properties['className']) && element.properties['className'].includes(className);

const property = (element: Element | undefined, name: string): string =>
  String(element?.properties[name] ?? '');

function shownOf(item: Element): Shown {
  const parts = elements(item);
  const form = parts.find(has('buttons'));
  const action = property(form, 'action');
  return {
    id: property(item, 'id'),
    author: textOf(parts.find(({ tagName }) => tagName === 'b') ?? item),
    text: parts.filter(has('said')).map(textOf).join(''),
    isPrivate: has('private')(item),
    buttons: (form === undefined ? [] : elements(form))
      .filter(({ tagName }) => tagName === 'button')
      .map((button) => ({
        label: textOf(button),
        name: property(button, 'name'),
        call: property(button, 'value'),
        action,
      })),
    form: formOf(parts.find(has('form'))),
    files: parts.filter(has('file')).map((part) => property(elements(part)[0], 'href')),
    thread: property(parts.filter(has('thread')).flatMap(elements)[0], 'href'),
  };
}

const fieldTags: ReadonlySet<string> = new Set(['input', 'textarea']);

function formOf(form: Element | undefined): Form | null {
  if (form === undefined) return null;
  const parts = elements(form);
  const labels = new Map(
    parts
      .filter(({ tagName }) => tagName === 'label')
      .map((label) => [property(label, 'htmlFor'), textOf(label)]),
  );
  const fields = parts
    .filter(({ tagName }) => fieldTags.has(tagName))
    .map((part) => ({
      label: labels.get(property(part, 'id')) ?? '',
      name: property(part, 'name'),
      value: part.tagName === 'textarea' ? textOf(part) : property(part, 'value'),
    }));
  return { action: property(form, 'action'), fields };
}

async function roomOf(response: Response): Promise<Room> {
  const html = await response.text();
  const all = elements(fromHtml(html));
  const byId = (id: string): Element | undefined => all.find(({ properties }) => properties['id'] === id);
  const problem = byId('problem');
  const { pathname, search } = new URL(response.url);
  return {
    status: response.status,
    path: `${pathname}${search}`,
    html,
    messages: all.filter(has('message')).map(shownOf),
    problem: problem === undefined ? '' : textOf(problem),
    field: property(byId('line'), 'value'),
  };
}

/** `base`: address of the server, without a slash at its end. */
export function browse(base: string): Browsing {
  const send = async (path: string, fields: Readonly<Record<string, string>>): Promise<Room> =>
    roomOf(
      await fetch(`${base}${path}`, {
        method: 'POST',
        headers: { origin: base },
        body: new URLSearchParams(fields),
      }),
    );
  return {
    open: async (path) => roomOf(await fetch(`${base}${path}`)),
    say: (path, text) => send(path, { text }),
    press: ({ action, name, call }) => send(action, { [name]: call.replaceAll('\n', '\r\n') }),
    fill: ({ action, fields }, values) =>
      send(
        action,
        // A browser sends the lines of a text with CRLF.
        Object.fromEntries(
          fields.map(({ label, name, value }) => [name, (values[label] ?? value).replaceAll('\n', '\r\n')]),
        ),
      ),
  };
}
