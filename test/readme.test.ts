/** The README as a new user would try it: every command in it is run, in a folder of its own, and every file it names is there. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Nodes } from 'mdast';
import { parse as parseYaml } from 'yaml';
import { parseMarkdown } from '../src/content/markdown.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(60_000);

const project = resolve(import.meta.dirname, '..');
const tree = parseMarkdown(readFileSync(join(project, 'README.md'), 'utf8'));

const all = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(all) : [])];

const commands = all(tree).flatMap((node) =>
  node.type === 'code' && node.lang === 'sh'
    ? node.value.split('\n').filter((line) => /^[^#]/.test(line))
    : [],
);

let folder: string;
let env: NodeJS.ProcessEnv;

/** As after cloning: the project under another path, and a home with the blog that the README speaks of. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'meetup-readme-'));
  const posts = join(folder, 'home/our-blog/_posts');
  mkdirSync(posts, { recursive: true });
  cpSync(join(project, 'content/reports'), posts, { recursive: true });
  for (const name of ['package.json', 'node_modules', 'src', 'adapters', 'content'])
    symlinkSync(join(project, name), join(folder, name));
  // Another bot may run on the usual port: any free one will do.
  env = { ...process.env, HOME: join(folder, 'home'), PORT: '0', LANG: 'en_US.UTF-8', LC_ALL: '' };
});
/** Whatever a test came to, nothing of it runs on. */
afterAll(() => {
  for (const { pid = 0 } of children) if (isAlive(pid)) process.kill(-pid, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

const children: ChildProcess[] = [];

/** Is there any process in its group? */
function isAlive(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const running = (
  line: string,
): ChildProcess & { readonly said: () => string; readonly complained: () => string } => {
  const child = spawn('bash', ['-c', line], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  children.push(child);
  // What someone might type into those that listen; the others may be gone by then.
  child.stdin.on('error', () => {}).end('buildkit\n');
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complained += text));
  return Object.assign(child, { said: () => said, complained: () => complained });
};

async function outcomeOf(line: string): Promise<Outcome> {
  const child = running(line);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: child.said(), err: child.complained() };
}

/** What each kind of command owes who types it. */
const ways: readonly (readonly [pattern: RegExp, run: (line: string) => Promise<void>])[] = [
  [
    // The packages are here, or this test would not run, and these tests are what it runs.
    /^npm ci && npm test\b/,
    async () => {
      const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
        scripts: Record<string, string>;
      };
      expect(scripts['test']).toContain('jest');
    },
  ],
  [
    /^(?:npm ci && )?npm start\b/,
    async (line) => {
      const child = running(line.replace('npm ci && ', ''));
      const closed = once(child, 'close');
      while (!/http:\S*\w/.test(child.said()))
        if ((await Promise.race([once(child.stdout ?? child, 'data'), closed.then(() => null)])) === null)
          throw new Error(child.complained());
      const url = /http:\S*\w/.exec(child.said())?.[0] ?? '';
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      process.kill(-(child.pid ?? 0), 'SIGINT');
      await closed;
    },
  ],
  [
    // Here nobody has a token; how to get one is said all the same.
    /^npm run -s meetup -- setup discord\b/,
    async (line) => {
      const { code, out, err } = await outcomeOf(line);
      expect({ code, out }).toEqual({ code: 78, out: '' });
      expect(err).toContain('New Application');
      expect(err).toContain('DISCORD_TOKEN is not set');
    },
  ],
  [
    // What to do with the manifest is said beside it.
    /^npm run -s meetup -- setup /,
    async (line) => {
      const { code, out, err } = await outcomeOf(line);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toHaveProperty('display_information');
      expect(err).toContain('From a manifest');
    },
  ],
  [
    // Here nobody has a token, and that is what it finds.
    /^npm run -s meetup -- doctor\b/,
    async (line) => {
      const { code, out, err } = await outcomeOf(line);
      expect({ code, err }).toEqual({ code: 78, err: '' });
      expect(out.match(/^✖ .*$/gm)).toEqual([expect.stringContaining('SLACK_BOT_TOKEN')]);
    },
  ],
  [
    /^npm run -s meetup -- /,
    async (line) => {
      const { code, out, err } = await outcomeOf(line);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out.trim()).not.toBe('');
    },
  ],
  [
    // No engine is needed to see that the service is there and that what runs inside it does.
    /^docker compose (?:up|logs|down|exec bot)\b/,
    async (line) => {
      const compose = parseYaml(readFileSync(join(project, 'compose.yaml'), 'utf8')) as { services: object };
      expect(Object.keys(compose.services)).toEqual(['bot']);
      const inside = /^docker compose exec bot (.+)/.exec(line)?.[1];
      const { code } = await outcomeOf(inside ?? 'true');
      expect(code).toBe(0);
    },
  ],
];

describe('the README', () => {
  test('has commands', () => {
    expect(commands.length).toBeGreaterThan(5);
  });

  test.each(commands)('%s', async (line) => {
    const [, run] = ways.find(([pattern]) => pattern.test(line)) ?? [];
    expect(run).toBeDefined();
    await run?.(line);
  });

  test('names files and pictures that are there', () => {
    const named = all(tree).flatMap((node) =>
      node.type === 'link' || node.type === 'image'
        ? [node.url]
        : node.type === 'html'
          ? [...node.value.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, url = '']) => url)
          : [],
    );
    const files = named.filter((url) => !/^(?:https?:|#)/.test(url));
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => !existsSync(join(project, file)))).toEqual([]);
  });

  test('links to its own headings as they are', () => {
    const slugs = new Set(all(tree).flatMap((node) => (node.type === 'heading' ? [slugOf(node)] : [])));
    const links = all(tree).flatMap((node) =>
      node.type === 'link' && node.url.startsWith('#') ? [node.url] : [],
    );
    expect(links.filter((url) => !slugs.has(url.slice(1)))).toEqual([]);
  });
});

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** As code hosts name the anchors of headings. */
const slugOf = (heading: Nodes): string =>
  textOf(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
