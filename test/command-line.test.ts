/** The program as people start it: a real process, its exit codes, and nothing but the answer on stdout. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(30_000);

const program = resolve(import.meta.dirname, '../src/start.mjs');

let folder: string;
let env: NodeJS.ProcessEnv;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'meetup-cli-'));
  env = {
    ...process.env,
    MEETUP_DATA: join(folder, 'data'),
    LANG: 'en_US.UTF-8',
    LC_ALL: '',
    TZ: 'Asia/Tokyo',
    NO_COLOR: '1',
    INIT_CWD: folder,
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function meetup(args: readonly string[], input = ''): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env,
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const json = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>;

describe('ask', () => {
  test('answers for people', () => {
    const { code, out, err } = meetup(['ask', 'rancher']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Rancher');
    expect(out).toContain('[1] Read 1');
  });

  test('prints the message that a chat would be sent, one beside the other', () => {
    const { code, out } = meetup(['ask', 'rancher', '--as', 'all']);
    const { slack, discord } = json(out) as Record<string, Record<string, unknown>>;
    expect(code).toBe(0);
    expect(slack?.['blocks']).toContainEqual(expect.objectContaining({ type: 'rich_text' }));
    expect(discord?.['allowed_mentions']).toMatchObject({ parse: [] });
    for (const [platform, message] of Object.entries({ slack, discord }))
      expect(json(meetup(['ask', 'rancher', '--as', platform]).out)).toEqual(message);
    expect(meetup(['ask', 'rancher', '--as', 'irc']).code).toBe(2);
  });

  test('answers one line for one line, in the agreed form', () => {
    const { code, out, err } = meetup(['ask', '--json'], 'buildkit\nsearch zzyzx\nupcoming\n');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [found, nothing, upcoming] = out.trimEnd().split('\n').map(json);
    expect(found).toMatchObject({ q: 'buildkit', suggestion: null });
    const [hit = {}] = (found?.['hits'] ?? []) as Record<string, unknown>[];
    expect(Object.keys(hit).toSorted()).toEqual(
      ['date', 'excerpt', 'file', 'kind', 'line', 'score', 'section', 'speakers', 'title', 'url'].toSorted(),
    );
    expect(nothing).toEqual({ q: 'zzyzx', hits: [], suggestion: null });
    expect(upcoming).toMatchObject({ q: 'upcoming', data: expect.any(Array) });
  });

  test('reads the options of a line as it does for people, and one line is one answer', () => {
    const { out } = meetup(['--json', 'ask'], 'docker limit:2\ndocker page:abc\nbuild\u2028kit\rx\r\n');
    const [two, wrong, odd, ...more] = out.trimEnd().split('\n').map(json);
    expect(two?.['hits']).toHaveLength(2);
    expect(wrong).toMatchObject({ error: expect.stringContaining('page') });
    expect(odd).toMatchObject({ q: 'build\u2028kit\rx' });
    expect(more).toEqual([]);
  });

  test('speaks the language of the community where nobody asks for one', () => {
    mkdirSync(join(folder, 'english'));
    writeFileSync(join(folder, 'english', 'community.md'), '---\nlocale: en\n---\n');
    const { stdout } = spawnSync(process.execPath, [program, 'ask', 'zzyzx', '--content', 'english'], {
      env: { ...env, LANG: 'C.UTF-8' },
      encoding: 'utf8',
    });
    expect(stdout).toContain('Nothing was found');
  });

  test('says what is wrong with a line and goes on with the next', () => {
    const { code, out } = meetup(['ask', '--json'], 'speaker nobody at all\nrancher\n');
    expect(code).toBe(1);
    const [wrong, fine] = out.trimEnd().split('\n').map(json);
    expect(wrong).toEqual({ q: 'speaker nobody at all', error: expect.stringContaining('“nobody at all”') });
    expect(fine).toMatchObject({ q: 'rancher' });
  });
});

// Skipped elsewhere than on Linux: a terminal of its own comes from `script` (util-linux), which others call in another way.
const inTerminal = process.platform === 'linux' ? describe : describe.skip;

inTerminal('ask where someone sits and types', () => {
  test('is a conversation in which numbers press buttons', () => {
    const command = `'${process.execPath}' '${program}' ask`;
    const { status, stdout } = spawnSync(
      'script',
      ['--quiet', '--return', '--command', command, '/dev/null'],
      {
        env: { ...env, TERM: 'dumb' },
        input: 'rancher\n1\nexit\n',
        encoding: 'utf8',
      },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('"exit"');
    expect(stdout.indexOf('[1] Read 1')).toBeGreaterThan(0);
    expect(stdout.slice(stdout.lastIndexOf('[1] Read 1'))).toContain('Back');
  });
});

describe('explain', () => {
  test('says what was understood and what each score is made of', () => {
    const { code, out, err } = meetup(['explain', 'kubenetes', 'tag:docker', '--locale', 'en']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('the query may be misspelt: kubernetes ×0.7');
    expect(out).toContain('only tag:docker');
    expect(out).toMatch(/^1\. \d+\.\d\d {2}\S.+$/mu);
    expect(out).toMatch(/^ {5}\d+\.\d\d {2}title: kubernetes \(the query may be misspelt\)$/mu);
  });

  test('in Japanese, and where nothing is found', () => {
    const { code, out } = meetup(['explain', 'zzyzx', '--locale', 'ja']);
    expect(code).toBe(0);
    expect(out).toContain('入力のまま: zzyzx ×1');
    expect(out).toContain('見つかりませんでした。');
  });

  test('for machines, all of it', () => {
    const { out } = meetup(['explain', '--json', 'docker 監視']);
    const told = json(out);
    expect(told).toMatchObject({
      q: 'docker 監視',
      words: [{ text: 'docker' }, { text: '監視' }],
      filters: [],
    });
    expect((told['hits'] as unknown[]).length).toBeGreaterThan(5);
  });
});

describe('parse', () => {
  test('prints what is understood of one file, relative to where one stands', () => {
    writeFileSync(
      join(folder, 'vol-2.md'),
      '---\ntitle: Whale Night #2 に参加した\ndate: 2027-03-10\ntags: event docker\n---\n\n## LT1『小さなイメージ』 by @hanako\n\n本文\n',
    );
    const { code, out } = meetup(['parse', 'vol-2.md', '--json']);
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({
      title: 'Whale Night #2 に参加した',
      date: '2027-03-10',
      datePrecision: 'day',
      dateSource: 'frontmatter',
      eventNumber: 2,
      tags: ['event', 'docker'],
      language: 'ja',
      talks: [{ line: 7, title: '小さなイメージ', isTalk: true, speakers: [{ handle: 'hanako' }] }],
      externalEvents: [],
    });
  });

  test('says so where there is no such file', () => {
    expect(meetup(['parse', 'nowhere.md'])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('nowhere.md'),
    });
  });
});

describe('check', () => {
  test('is content with a good folder and exits 1 for one that has problems', () => {
    expect(meetup(['check', '--json']).code).toBe(0);
    mkdirSync(join(folder, 'bad'), { recursive: true });
    writeFileSync(join(folder, 'bad', 'report.md'), '---js\nmodule.exports = {}\n---\n\n# Hello\n');
    const { code, out } = meetup(['check', 'bad', '--json']);
    expect(code).toBe(1);
    expect(json(out)).toMatchObject({
      files: 1,
      reports: 1,
      problems: [{ file: 'report.md', line: 1, code: 'front-matter-language', message: expect.any(String) }],
    });
  });
});

describe('index', () => {
  test('reads a file once, and again only when it changed', () => {
    mkdirSync(join(folder, 'notes'), { recursive: true });
    writeFileSync(join(folder, 'notes', 'a.md'), '# A\n');
    writeFileSync(join(folder, 'notes', 'b.md'), '# B\n');
    expect(json(meetup(['index', 'notes', '--json']).out)).toMatchObject({
      files: 2,
      read: 2,
      unchanged: 0,
      removed: 0,
    });
    writeFileSync(join(folder, 'notes', 'b.md'), '# B, again\n');
    expect(json(meetup(['index', 'notes', '--json']).out)).toMatchObject({
      files: 2,
      read: 1,
      unchanged: 1,
      removed: 0,
    });
    rmSync(join(folder, 'notes', 'a.md'));
    expect(json(meetup(['index', 'notes', '--json']).out)).toMatchObject({
      files: 1,
      read: 0,
      unchanged: 1,
      removed: 1,
    });
  });
});

describe('events', () => {
  test('prints one event a line, with the zone’s offset', () => {
    const { code, out } = meetup(['events', '--at', '2027-01-01T00:00:00+09:00', '--json']);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n').map(json);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line['start']).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\+09:00)?$/);
      expect(line).toMatchObject({
        status: expect.stringMatching(/^(scheduled|cancelled)$/),
        sources: expect.any(Array),
      });
    }
    const starts = lines.map((line) => String(line['start']));
    expect(starts).toEqual(starts.toSorted((one, other) => (one < other ? -1 : 1)));
  });

  test('refuses a time that is none', () => {
    for (const at of ['soon', '5', '2027-02-30T00:00:00Z', '2027-03-10T19:00:00', '+275000-01-01T00:00:00Z'])
      expect(meetup(['events', '--at', at])).toMatchObject({ code: 2, out: '' });
  });
});

describe('the command line', () => {
  test('teaches, without being asked for more than --help', () => {
    const { code, out } = meetup(['--help']);
    expect(code).toBe(0);
    for (const verb of ['start', 'ask', 'parse', 'check', 'index', 'events']) expect(out).toContain(verb);
    expect(meetup(['ask', '--help']).out).toContain('npm run -s meetup -- ask');
  });

  test('exits 2 for what it does not know', () => {
    expect(meetup(['ask', '--wrong']).code).toBe(2);
    expect(meetup(['aks'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Did you mean ask?'),
    });
    expect(meetup(['parse']).code).toBe(2);
  });

  test('ends quietly where nobody reads on', () => {
    const piped = `'${process.execPath}' '${program}' --help | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', piped], { env, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
  });

  test('says which levels of logging there are, and starts all the same', () => {
    const { status, stderr } = spawnSync(process.execPath, [program, '--help'], {
      env: { ...env, LOG_LEVEL: 'loud' },
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stderr).toContain('"loud" is none of them');
  });

  test('exits 78 where the index can not be written, and says what to do', () => {
    writeFileSync(join(folder, 'occupied'), '');
    const { status, stderr } = spawnSync(process.execPath, [program, 'ask', 'docker'], {
      env: { ...env, MEETUP_DATA: join(folder, 'occupied') },
      encoding: 'utf8',
    });
    expect(status).toBe(78);
    expect(stderr).toContain('MEETUP_DATA');
  });

  test('exits 78 where there is no folder, and says what to do', () => {
    const { code, err } = meetup(['ask', 'docker', '--content', 'no-such-folder']);
    expect(code).toBe(78);
    expect(err).toContain('MEETUP_CONTENT');
  });
});
