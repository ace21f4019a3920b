import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findSecrets } from '../../src/note/mask.ts';
import type { SecretKind } from '../../src/note/secret.ts';
import { secretsIn } from '../../src/note/secret.ts';
import { code, link, paragraph, root, text } from '../../src/view/build.ts';
import { entry } from './conversation.ts';

/** Written in two parts, so that nobody who looks for secrets finds these. */
const made = (start: string, rest: string): string => start + rest;
const letters = (count: number): string => 'a1B2c3D4e5'.repeat(10).slice(0, count);

const secrets: readonly (readonly [kind: SecretKind, secret: string])[] = [
  ['slack-token', made('xoxb', '-123456789012-abcdefghij')],
  ['slack-token', made('xapp', '-1-A012345-123456-abcdef')],
  ['slack-webhook', made('hooks.slack.com', `/services/T0123/B0123/${letters(24)}`)],
  ['discord-token', made('MTA', `${letters(21)}.${letters(6)}.${letters(30)}`)],
  ['discord-webhook', made('discord.com', `/api/webhooks/123456789012345678/${letters(60)}`)],
  ['github-token', made('ghp', `_${letters(36)}`)],
  ['github-token', made('github_pat', `_${letters(40)}`)],
  ['gitlab-token', made('glpat', `-${letters(20)}`)],
  ['aws-key', made('AKIA', 'ABCDEFGH12345678')],
  ['google-key', made('AIza', letters(35))],
  ['stripe-key', made('sk_live', `_${letters(24)}`)],
  ['npm-token', made('npm', `_${letters(36)}`)],
  ['ai-key', made('sk', `-${letters(40)}`)],
  ['ai-key', made('sk-ant', `-api03-${letters(40)}`)],
  ['jwt', made('eyJ', `${letters(20)}.eyJ${letters(30)}.${letters(20)}`)],
  [
    'private-key',
    made(
      '-----BEGIN RSA PRIVATE',
      ' KEY-----\nProc-Type: 4,ENCRYPTED\n\nabc=\n-----END RSA PRIVATE KEY-----',
    ),
  ],
  ['email', 'hanako@docker.jp'],
  ['phone', '03-1234-5678'],
  ['phone', '090-1234-5678'],
  ['phone', '+81 90 1234 5678'],
];

describe('a secret', () => {
  test.each(secrets)('is a %s: %s', (kind, secret) => {
    const around = `これは ${secret} です`;
    expect(secretsIn(around)).toEqual([{ kind, from: 4, to: 4 + secret.length }]);
  });

  test.each([
    ['password=hunter2', 'hunter2'],
    ['password: "hunter2"', 'hunter2'],
    ['DB_PASSWORD=hunter2', 'hunter2'],
    ['api_key = abcd1234', 'abcd1234'],
    ['パスワード: さくら2027', 'さくら2027'],
    ['パスワード：「sakura」', 'sakura'],
    ['パスワードは docker2027 です', 'docker2027'],
    ['password is docker2027', 'docker2027'],
  ])('is the password in %s', (line, secret) => {
    const from = line.indexOf(secret);
    expect(secretsIn(line)).toEqual([{ kind: 'password', from, to: from + secret.length }]);
  });

  test('is the password of an address, and not the address of a mailbox', () => {
    expect(secretsIn('postgres://app:hunter2@db.docker.jp/app')).toEqual([
      { kind: 'address-password', from: 15, to: 22 },
    ]);
  });

  test('is found beside others, in the order of the text', () => {
    expect(secretsIn('03-1234-5678, a@docker.jp, 03-1234-5679').map(({ kind }) => kind)).toEqual([
      'phone',
      'email',
      'phone',
    ]);
  });
});

test.each([
  'v1.2.3-4567-89 and 2027-03-10 19:00-21:00',
  '192.168.0.1:8080 and 10.0.0.0/8',
  '#1234-5678 costs 1,000-2,000円',
  'https://connpass.com/event/123456/ の 0120 人',
  'https://example.org/03-1234-5678',
  'sk-learn, npm_config_registry, xoxo, ghp_short and AKIA',
  'password: string',
  'password: process.env.PASSWORD',
  'password=$PASSWORD',
  'password=****',
  'password = readPassword()',
  'パスワードは長くします。password is required.',
  'パスワード: 必須',
  'redis://localhost:6379 and git@example.com',
  'docker run -e A=b image@sha256:0123456789abcdef',
  'BEGIN PUBLIC KEY',
])('%s is no secret', (line) => {
  expect(secretsIn(line)).toEqual([]);
});

test('it is found wherever a message can have it, with its first four signs', () => {
  const mail = 'hanako@docker.jp';
  const message = entry({
    body: root(paragraph(text(mail), code(mail), link(`mailto:${mail}`, mail))),
    quotes: [{ author: null, of: null, body: root(paragraph(mail)) }],
    files: [{ name: `${mail}.png`, path: null, isImage: true }],
  });
  const found = findSecrets([message]);
  expect(found).toHaveLength(6);
  expect(found.every(({ id, kind, hint }) => id === message.id && kind === 'email' && hint === 'hana…')).toBe(
    true,
  );
});

/** Milliseconds. What takes the square of its length would take minutes; a busy machine takes a few times what an idle one does. */
const patience = 10_000;

test.each([
  'a',
  '0-',
  'a@b.co ',
  '-----BEGIN PRIVATE KEY-----',
  'M.a.',
  'eyJaaaaaaaaaaa.',
  'a://',
  'password=',
])('half a megabyte of %s is looked through in the time that its length takes', (unit) => {
  const hostile = `-${unit.repeat(500_000 / unit.length)}`;
  const from = performance.now();
  secretsIn(hostile);
  expect(performance.now() - from).toBeLessThan(patience);
});

const project = resolve(import.meta.dirname, '../..');
const corpus = resolve(project, '../shared/corpus');

const foundBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => {
      const report = readFileSync(join(folder, file), 'utf8');
      return secretsIn(report).map(({ kind, from, to }) => `${kind} ${report.slice(from, to)}`);
    });

test.each(['content/reports', 'test/fixtures/reports'])('nothing in %s is taken for a secret', (folder) => {
  expect(foundBelow(join(project, folder))).toEqual([]);
});

const reason = 'the corpus does not lie beside the project (../shared/corpus)';
// Skipped where the corpus is not beside the project: its texts are not ours to include.
const whereCorpus = existsSync(corpus) ? describe : describe.skip;

whereCorpus(`over the reports of a corpus, skipped where ${reason}`, () => {
  test('nothing is taken for a secret', () => {
    expect(foundBelow(corpus)).toEqual([]);
  });
});
