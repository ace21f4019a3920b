/** Nobody who writes an address into a calendar's place gets into the network that the bot stands in (SSRF). */
import { describe, expect, test } from '@jest/globals';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  nat,
  property,
  string,
  tuple,
} from 'fast-check';
import { request } from 'undici';
import { dial } from '../../adapters/http/dial.ts';
import { createFetch } from '../../adapters/http/index.ts';
import { isPublic } from '../../adapters/http/public.ts';
import type { Fetched } from '../../src/port.ts';
import { innerHosts, strangeAddresses } from './http-addresses.ts';
import { saying, startWeb } from './http-server.ts';

/** Two canaries on one port: nothing that is fetched may ever reach them. */
const four = await startWeb(saying('canary'));
const six = await startWeb(saying('canary'), { host: '::1', port: four.port });
const hits = (): number => four.connections.length + six.connections.length;

const address = (text: string) => ({ address: text, family: text.includes(':') ? 6 : 4 });

/** Public, handed out to nobody, and routed nowhere. */
const nowhere = address('3ffe::1');

const names: Readonly<Record<string, readonly string[]>> = {
  localhost: ['127.0.0.1'],
  'localhost.': ['127.0.0.1'],
  'six.example': ['::1'],
  'metadata.example': ['169.254.169.254'],
  'mixed.example': [nowhere.address, '127.0.0.1'],
  'mixed-six.example': ['8.8.8.8', '::1'],
};

const inner = [...innerHosts, ...Object.keys(names)];

/** Ports are let through, so that nothing but the address can stop it. */
const fetch = createFetch({
  allow: new Set(),
  limits: { ports: [80, 443, four.port], deadline: 2000 },
  resolve: async (name) => (names[name] ?? []).map(address),
});

const isBlocked = (answer: Fetched): boolean => answer.status === 'failed' && answer.reason === 'blocked';

describe('the guard', () => {
  test('has many addresses to look at', () => {
    expect(new Set([...inner, ...strangeAddresses]).size).toBeGreaterThan(100);
  });

  test.each(inner)('lets nobody go to %s', async (host) => {
    for (const url of [`http://${host}:${four.port}/`, `http://${host}/`, `https://${host}/`])
      expect(await fetch({ url })).toMatchObject({ status: 'failed', reason: 'blocked' });
    expect(hits()).toBe(0);
  });

  test.each(strangeAddresses)('lets nobody go by %j', async (url) => {
    expect(await fetch({ url })).toMatchObject({ status: 'failed', reason: 'blocked' });
    expect(hits()).toBe(0);
  });

  test.each([21, 22, 25, 5432, 6379, 8080, 65_535])('lets nobody go to port %d', async (port) => {
    const answers = ['http', 'https'].map((scheme) => fetch({ url: `${scheme}://8.8.8.8:${port}/` }));
    for (const answer of await Promise.all(answers))
      expect(answer).toMatchObject({ reason: 'blocked', detail: `8.8.8.8:${port}: port ${port}` });
  });

  test('asks the system where nobody else says what a name means', async () => {
    const usual = createFetch({ allow: new Set(), limits: { ports: [four.port] } });
    expect(await usual({ url: `http://localhost:${four.port}/` })).toMatchObject({ reason: 'blocked' });
    expect(hits()).toBe(0);
  });

  test('asks once what a name means: a second answer could be another', async () => {
    const answers = [nowhere, address('127.0.0.1'), address('127.0.0.1')];
    let asked = 0;
    const rebound = createFetch({
      allow: new Set(),
      limits: { ports: [four.port], deadline: 500 },
      resolve: async () => [answers[(asked += 1) - 1] ?? nowhere],
    });
    const answer = await rebound({ url: `http://rebound.example:${four.port}/` });
    expect(['unreachable', 'timeout']).toContain(answer.status === 'failed' ? answer.reason : '');
    expect(asked).toBe(1);
    expect(await rebound({ url: `http://rebound.example:${four.port}/` })).toMatchObject({
      reason: 'blocked',
    });
    expect(hits()).toBe(0);
  });

  test('looks at whom it is connected with, too', async () => {
    const web = await startWeb(saying('inner'));
    const permission = { addresses: [address('127.0.0.1')], isOpen: isPublic };
    const dispatcher = dial(permission, new AbortController().signal);
    await expect(request(web.url, { dispatcher })).rejects.toMatchObject({ reason: 'blocked' });
    await dispatcher.destroy();
    expect(web.asked).toHaveLength(0);
  });
});

describe('any address', () => {
  const nets = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'];
  const more = ['192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4'];
  const bytesOf = (text: string): number[] => text.split('.').map(Number);
  const number = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

  const innerFour = tuple(constantFrom(...nets, ...more), nat({ max: 0xffff_ffff })).map(([net, chance]) => {
    const [base = '', length = ''] = net.split('/');
    const size = 2 ** (32 - Number(length));
    return number(bytesOf(base)) + (chance % size);
  });

  const write: Readonly<Record<number, (value: number) => string>> = {
    8: (value) => `0${value.toString(8)}`,
    10: String,
    16: (value) => `0x${value.toString(16)}`,
  };

  /** One to four numbers, each to any base; the last is all that is left. */
  const written = tuple(innerFour, array(constantFrom(8, 10, 16), { minLength: 1, maxLength: 4 })).map(
    ([value, bases]) => {
      const rest = 2 ** (8 * (5 - bases.length));
      const parts = bases.slice(0, -1).map((_, index) => Math.floor(value / 2 ** (24 - 8 * index)) % 256);
      return [...parts, value % rest].map((part, index) => write[bases[index] ?? 10]?.(part)).join('.');
    },
  );

  test('of the inner network is blocked, in whatever numbers it is written', async () => {
    await assert(
      asyncProperty(written, async (host) => isBlocked(await fetch({ url: `http://${host}:${four.port}/` }))),
      { numRuns: 500 },
    );
    expect(hits()).toBe(0);
  });

  const groups = (value: number): string =>
    `${Math.floor(value / 65_536).toString(16)}:${(value % 65_536).toString(16)}`;

  const carriers: readonly ((four: string) => string)[] = [
    (each) => `::ffff:${each}`,
    (each) => `::${each}`,
    (each) => `::ffff:0:${each}`,
    (each) => `64:ff9b::${each}`,
    (each) => `64:ff9b:1::${each}`,
    (each) => `2002:${each}::`,
    (each) => `2001:0:${each}::1`,
  ];

  test('of the inner network is blocked inside any IPv6 address that carries one', async () => {
    const carried = tuple(innerFour, constantFrom(...carriers));
    await assert(
      asyncProperty(carried, async ([value, carry]) =>
        isBlocked(await fetch({ url: `http://[${carry(groups(value))}]:${four.port}/` })),
      ),
      { numRuns: 500 },
    );
    expect(hits()).toBe(0);
  });

  test('in IPv6 that nobody has been given is not public', () => {
    const first = integer({ min: 1, max: 0xffff }).filter((each) => each < 0x2000 || each > 0x3fff);
    const rest = array(nat({ max: 0xffff }), { minLength: 7, maxLength: 7 });
    assert(
      property(tuple(first, rest), ([head, tail]) => {
        const whole = [head, ...tail].map((group) => group.toString(16)).join(':');
        expect(isPublic(whole)).toBe(false);
      }),
    );
  });

  test('that is none is not public', () => {
    const none = string().filter((text) => !/^[\d.a-fx:]+$/i.test(text));
    assert(property(none, (text) => expect(isPublic(text)).toBe(false)));
    expect(['', 'a', '1.2.3.4.5', '::1::', '[::1]', '8.8.8.8/8'].map(isPublic)).toEqual(Array(6).fill(false));
  });

  test('of the public internet is public', () => {
    const web = ['8.8.8.8', '1.1.1.1', '93.184.215.14', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'];
    expect([...web, '::ffff:8.8.8.8'].map(isPublic)).toEqual(Array(7).fill(true));
  });
});

test('the canaries can be reached where the operator lets feeds reach them', async () => {
  const before = hits();
  const allow = new Set([four.host, six.host, `inner.example:${four.port}`]);
  const open = createFetch({ allow, resolve: async () => [address('127.0.0.1')] });
  for (const host of allow) expect(await open({ url: `http://${host}/` })).toMatchObject({ text: 'canary' });
  expect(await open({ url: `http://127.0.0.2:${four.port}/` })).toMatchObject({ reason: 'blocked' });
  expect([before, hits()]).toEqual([0, 3]);
});
