import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { hasSecret, readSecret } from '../../adapters/secret/index.ts';
import { folderOf } from './temporary-folder.ts';

const folder = folderOf({ token: 'xoxb-1-secret\n', windows: '\ufeffxoxb-1-secret\r\n', empty: ' \n' });

const outcomeOf = (env: NodeJS.ProcessEnv): unknown => {
  try {
    return readSecret(env, 'TOKEN');
  } catch (error) {
    expect(JSON.stringify(error)).not.toContain('xoxb-1-secret');
    return (error as { code?: unknown }).code;
  }
};

describe('a secret', () => {
  test('is a variable, or stands in the file that another names', () => {
    expect(readSecret({ TOKEN: 'xoxb-1-secret' }, 'TOKEN')).toBe('xoxb-1-secret');
    expect(readSecret({ TOKEN_FILE: join(folder, 'token') }, 'TOKEN')).toBe('xoxb-1-secret');
  });

  test('has no white space around it, however it was saved', () => {
    expect(readSecret({ TOKEN: ' xoxb-1-secret\n' }, 'TOKEN')).toBe('xoxb-1-secret');
    expect(readSecret({ TOKEN_FILE: join(folder, 'windows') }, 'TOKEN')).toBe('xoxb-1-secret');
  });

  test('may be missing, and an empty variable is a missing one', () => {
    for (const env of [{}, { TOKEN: '' }, { TOKEN: ' ' }, { TOKEN: '', TOKEN_FILE: '' }])
      expect(readSecret(env, 'TOKEN')).toBeNull();
  });

  test('is read anew each time, from where one stands', () => {
    const env = { TOKEN_FILE: 'later', INIT_CWD: folder };
    expect(outcomeOf(env)).toBe('secret-unreadable');
    writeFileSync(join(folder, 'later'), 'xoxb-2');
    expect(outcomeOf(env)).toBe('xoxb-2');
  });

  test('that is given twice, in a file that can not be read or that is empty, is refused without being told', () => {
    expect(outcomeOf({ TOKEN: 'xoxb-1-secret', TOKEN_FILE: join(folder, 'token') })).toBe('secret-twice');
    expect(outcomeOf({ TOKEN_FILE: folder })).toBe('secret-unreadable');
    expect(outcomeOf({ TOKEN_FILE: join(folder, 'empty') })).toBe('secret-empty');
  });

  test('is there in either way, without the file being read', () => {
    expect(hasSecret({ TOKEN: 'x' }, 'TOKEN')).toBe(true);
    expect(hasSecret({ TOKEN_FILE: '/no/such/file' }, 'TOKEN')).toBe(true);
    expect(hasSecret({ TOKEN: ' ', OTHER: 'x' }, 'TOKEN')).toBe(false);
  });
});
