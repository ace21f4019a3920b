import { describe, expect, test } from '@jest/globals';
import { isLocal, readAddress, siteOf } from '../../../adapters/web/address.ts';

const complaint = (env: NodeJS.ProcessEnv): unknown => {
  try {
    return readAddress(env);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the address', () => {
  test('is this machine alone unless the environment says otherwise', () => {
    expect(readAddress({})).toEqual({ host: '127.0.0.1', port: 3000, publicUrl: null });
    expect(readAddress({ PORT: '', HOST: '', PUBLIC_URL: '' })).toEqual(readAddress({}));
    expect(readAddress({ PORT: '8080', HOST: '0.0.0.0', PUBLIC_URL: 'https://m.example.org/x/' })).toEqual({
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://m.example.org/x',
    });
  });

  test.each(['65536', '-1', '3000x', '0x10', ' 80', '1e3'])('has no port %j', (PORT) => {
    expect(complaint({ PORT })).toBe('bad-port');
  });

  test.each([
    'meetup.example.org',
    'ftp://m.example.org',
    'https://a:b@m.example.org',
    'https://m.example.org/?a',
    'javascript:alert(1)',
  ])('has no public address %j', (PUBLIC_URL) => {
    expect(complaint({ PUBLIC_URL })).toBe('bad-public-url');
  });

  test('is local where only this machine can reach it', () => {
    const at = (host: string): boolean => isLocal({ host, port: 1, publicUrl: null });
    expect(['127.0.0.1', '127.1.2.3', '::1', 'localhost'].map(at)).toEqual([true, true, true, true]);
    expect(['0.0.0.0', '::', '192.168.1.2', 'meetup'].map(at)).toEqual([false, false, false, false]);
  });
});

describe('the site', () => {
  const site = (host: string, publicUrl: string | null = null) => siteOf({ host, port: 0, publicUrl }, 3456);

  test('has an address that a browser can open', () => {
    expect(site('127.0.0.1').base).toBe('http://127.0.0.1:3456');
    expect(site('0.0.0.0').base).toBe('http://localhost:3456');
    expect(site('::1').base).toBe('http://[::1]:3456');
    expect(site('0.0.0.0', 'https://m.example.org/x')).toMatchObject({
      base: 'https://m.example.org/x',
      root: '/x',
    });
    expect(site('0.0.0.0', 'https://m.example.org').root).toBe('');
  });

  test('knows its own names', () => {
    const { isOwnHost } = site('0.0.0.0', 'https://m.example.org');
    expect(['m.example.org', 'localhost', '10.0.0.7', '[::1]', 'a.localhost'].map(isOwnHost)).toEqual(
      Array(5).fill(true),
    );
    expect(['example.org', 'evil.example', '10.0.0.7.evil.example', ''].map(isOwnHost)).toEqual(
      Array(4).fill(false),
    );
  });
});
