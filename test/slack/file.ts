/** Files that hang on messages: what payloads say of them, and who may download them. */
import { Refusal } from './refusal.ts';
import type { FileMode, SharedFile, State } from './state.ts';
import type { World } from './world.ts';

/** A file as a test names it. */
export interface NewFile {
  readonly name: string;
  readonly mimetype: string;
  readonly content: string;
  /** `hosted`, where nothing is said. */
  readonly mode?: FileMode;
}

/** Takes it in; it hangs on no message yet. */
export function store(world: World, file: NewFile): SharedFile {
  const id = world.id('F');
  const stored = { mode: 'hosted' as const, ...file, id, url: `${world.address()}/files/${id}` };
  world.state.files.set(id, stored);
  return stored;
}

/** As a message shows it: of what was deleted no more is left than that it was there, of what is foreign no more is said. */
export function fileJson(file: SharedFile): object {
  const { id, mode } = file;
  if (mode === 'tombstone') return { id, mode };
  return mode === 'foreign' ? { id, mode: 'file_access', file_access: 'check_file_info' } : fileInfo(file);
}

/** https://docs.slack.dev/reference/objects/file-object */
export const fileInfo = ({ id, name, mimetype, url, content, mode }: SharedFile): object => ({
  id,
  name,
  title: name,
  mimetype,
  filetype: name.split('.').at(-1),
  mode: mode === 'foreign' ? 'hosted' : mode,
  is_external: mode === 'external',
  size: Buffer.byteLength(content),
  url_private: url,
  url_private_download: url,
});

export function fileOf(state: State, id: string): SharedFile {
  const found = state.files.get(id);
  if (!found) throw new Refusal('file_not_found');
  return found;
}

/** What a download brings: to whoever brings no token that may read files, the page on which people log in. */
export function download(state: State, id: string, authorization = ''): { type: string; body: string } {
  const token = state.tokens.get(authorization.replace(/^Bearer /, ''));
  const file = state.files.get(id);
  if (!file || token?.refused !== null || !token.scopes.includes('files:read'))
    return { type: 'text/html', body: '<html><title>Sign in to Slack</title></html>' };
  return { type: file.mimetype, body: file.content };
}

/** What was uploaded: the body itself, or the file of a form. */
export async function uploaded(body: string, type: string): Promise<string> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData();
  const [file = ''] = [...form.values()];
  return typeof file === 'string' ? file : file.text();
}
