/** A community on a real server on loopback, as a browser meets it. */
import { createWeb } from '../../../adapters/web/index.ts';
import type { WebOptions } from '../../../adapters/web/index.ts';
import type { Library } from '../../../src/port.ts';
import { openWorld, silentLog } from '../../world.ts';

/** What is not said is as usual: this machine, any free port, the tests' own day. */
export interface ServeOptions extends Partial<Omit<WebOptions, 'address' | 'now'>> {
  readonly publicUrl?: string;
  readonly now?: Date;
  /** What stands between the server and the library. */
  readonly watched?: (library: Library) => Library;
}

export interface Served {
  /** Without a slash at its end. */
  readonly base: string;
  readonly library: Library;
  /** Follows no redirects. `path` below the base. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Text of a page that is there; throws for any other. */
  readonly page: (path: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function serve(folder: string, options: ServeOptions = {}): Promise<Served> {
  const { publicUrl = null, now = new Date('2026-11-22T00:00:00Z'), watched, ...others } = options;
  const web = await createWeb({
    address: { host: '127.0.0.1', port: 0, publicUrl },
    now: () => now,
    log: silentLog,
    newId: () => 'abcdefghij',
    ...others,
  });
  const world = await openWorld(folder, now, web.base);
  const { bot, library } = world;
  await web.open({ bot, library: watched?.(library) ?? library });
  const get: Served['get'] = (path, headers = {}) =>
    fetch(`${web.base}${path}`, { headers, redirect: 'manual' });
  const page: Served['page'] = async (path) => {
    const response = await get(path);
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return response.text();
  };
  const close: Served['close'] = async () => {
    await web.stop();
    world.close();
  };
  return { base: web.base, library, get, page, close };
}
