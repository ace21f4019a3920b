import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createWeb } from '../../../adapters/web/index.ts';
import type { Web } from '../../../adapters/web/index.ts';
import { UserError } from '../../../src/error.ts';
import type { Library } from '../../../src/port.ts';
import { openWorld, ownContent, silentLog } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';

let world: OpenWorld;
let web: Web;

beforeAll(async () => {
  world = await openWorld(ownContent);
});
afterAll(() => world.close());
beforeEach(async () => {
  web = await createWeb({
    address: { host: '127.0.0.1', port: 0, publicUrl: null },
    now: () => new Date(),
    log: silentLog,
    newId: () => 'abcdefghij',
  });
});
afterEach(() => web.stop());

const ask = async (path: string): Promise<[number, string]> => {
  const response = await fetch(`${web.base}${path}`);
  return [response.status, (await response.text()).trim()];
};
const open = (different: Partial<Library> = {}): Promise<void> => {
  const { bot, library: real } = world;
  return web.open({ bot, library: { ...real, ...different } });
};

describe('health', () => {
  test('it lives from the start, and is ready when the reports are read', async () => {
    expect(await ask('/healthz')).toEqual([200, 'ok']);
    expect(await ask('/readyz')).toEqual([503, '{"status":"starting"}']);
    await open();
    expect(await ask('/healthz')).toEqual([200, 'ok']);
    expect(await ask('/readyz')).toEqual([200, '{"status":"ok"}']);
  });

  test('people who come too early are asked to wait, and their browser comes back by itself', async () => {
    const response = await fetch(`${web.base}/reports?lang=en`);
    expect([response.status, response.headers.get('refresh'), response.headers.get('retry-after')]).toEqual([
      503,
      '2',
      '2',
    ]);
    expect(await response.text()).toContain('Reading the reports. This page opens by itself.');
  });

  test('it is degraded where the folder can not be read: what it held before is still answered', async () => {
    const { library } = world;
    await open({ status: async () => ({ ...(await library.status()), isReadable: false }) });
    expect(await ask('/readyz')).toEqual([200, '{"status":"degraded"}']);
  });

  test('it lives, and is not ready, while the search thread does not answer', async () => {
    await open({ status: () => new Promise(() => {}) });
    expect(await ask('/readyz')).toEqual([503, '{"status":"busy"}']);
    expect(await ask('/healthz')).toEqual([200, 'ok']);
  });

  test('where more people ask than can be answered, it is not ready and pages ask for patience', async () => {
    const busy = () => Promise.reject(new UserError('busy'));
    await open({ status: busy, settings: busy });
    expect(await ask('/readyz')).toEqual([503, '{"status":"busy"}']);
    const response = await fetch(`${web.base}/reports?lang=en`);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await response.text()).toContain('Too many people are asking at this moment.');
  });
});
