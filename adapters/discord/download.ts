/** Files that lie with Discord: their addresses are signed and good for a day, so nobody has to show who they are. */
import type { RemarkFile } from '../../src/port.ts';
import { bytesWithin } from '../../src/view/stream.ts';
import type { Attachment } from './message/file.ts';
import type { Workspace } from './workspace.ts';

type Room = Pick<Workspace, 'apiUrl' | 'timing' | 'log'>;

/** How a file is read; never rejects. `null` is whatever is not certainly the file. */
export const readerOf =
  (room: Room) =>
  ({ url = '', size = 0 }: Attachment): RemarkFile['read'] =>
  async (most) => {
    if (!isDiscords(url, room) || size > most) return null;
    try {
      return await download(url, most, room);
    } catch (error) {
      room.log.info({ err: error }, 'a file could not be read');
      return null;
    }
  };

/** https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const hosts: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** A message says where its files lie; what says so lies elsewhere is nobody's to fetch. */
function isDiscords(address: string, { apiUrl }: Room): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, origin, username } = new URL(address);
  if (username !== '') return false;
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && hosts.has(hostname) && port === '');
}

async function download(address: string, most: number, { timing }: Room): Promise<Uint8Array | null> {
  const response = await fetch(address, {
    headers: { 'Accept-Encoding': 'identity' },
    redirect: 'error',
    signal: AbortSignal.timeout(timing.download),
  });
  if (!isWhole(response) || response.body === null) {
    await response.body?.cancel();
    return null;
  }
  return bytesWithin(response.body, most);
}

/** What is packed nevertheless may be much more than it seems. */
const isWhole = ({ status, headers }: Response): boolean =>
  status === 200 && (headers.get('content-encoding') ?? 'identity') === 'identity';
