import { describe, expect, test } from '@jest/globals';
import { codeOf, complaintOf } from '../../adapters/terminal/complaint.ts';
import { UserError } from '../../src/error.ts';
import { words } from '../../src/words/index.ts';

const facts = { name: 'SLACK_BOT_TOKEN', file: '/run/secrets/token', reason: 'EACCES' };

describe('a secret that is no good', () => {
  test.each(['secret-twice', 'secret-unreadable', 'secret-empty'])(
    '(%s) gets one sentence that says which, and exit code 78',
    (code) => {
      const error = new UserError(code, facts);
      for (const tongue of Object.values(words))
        expect(complaintOf(error, tongue)).toContain('SLACK_BOT_TOKEN_FILE');
      expect(codeOf(error)).toBe(78);
    },
  );
});

test('what nobody can mend gets no sentence', () => {
  expect(complaintOf(new UserError('report-gone'), words.en)).toBeNull();
});

test('a connection that Discord closes for good gets a sentence with its code, and exit code 78', () => {
  const error = new UserError('discord-gateway', { code: 4013 });
  for (const tongue of Object.values(words)) expect(complaintOf(error, tongue)).toContain('4013');
  expect(codeOf(error)).toBe(78);
});
