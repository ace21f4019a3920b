/** Files that lie with Slack, fetched with the bot's token: to Slack alone, only so long, and only so much. */
import type { RemarkFile } from '../../src/port.ts';
import { bytesWithin } from '../../src/view/stream.ts';
import { addressOf } from './message/file.ts';
import type { File } from './message/file.ts';
import type { Workspace } from './workspace.ts';

type Room = Pick<Workspace, 'token' | 'apiUrl' | 'timing' | 'log'>;

/** How a file is read; never rejects. `null` is whatever is not certainly the file. */
export const readerOf =
  (room: Room) =>
  (file: File): RemarkFile['read'] =>
  async (most) => {
    const address = addressOf(file);
    if (address === null || !isSlacks(address, room) || (file.size ?? 0) > most) return null;
    try {
      return await download(address, most, room);
    } catch (error) {
      room.log.info({ err: error }, 'a file could not be read');
      return null;
    }
  };

const hosts = /(?:^|\.)slack(?:-files)?\.com$/;

/** Nobody else is shown the token. */
function isSlacks(address: string, { apiUrl }: Room): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, origin, username } = new URL(address);
  if (origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && hosts.test(hostname) && port === '' && username === '';
}

async function download(address: string, most: number, { token, timing }: Room): Promise<Uint8Array | null> {
  const response = await fetch(address, {
    headers: { Authorization: `Bearer ${token}`, 'Accept-Encoding': 'identity' },
    // Where the token may not read it, Slack sends one to the page on which people log in.
    redirect: 'error',
    signal: AbortSignal.timeout(timing.download),
  });
  if (!isFile(response) || response.body === null) {
    await response.body?.cancel();
    return null;
  }
  return bytesWithin(response.body, most);
}

/** That page may come at once, too. */
const isFile = ({ status, headers }: Response): boolean =>
  status === 200 &&
  (headers.get('content-encoding') ?? 'identity') === 'identity' &&
  !(headers.get('content-type') ?? '').startsWith('text/html');
