/** The image by its recipe: what can be said about it without building it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { all, execForm, readDockerfile } from './dockerfile.ts';
import type { Instruction } from './dockerfile.ts';
import { textOf } from './file.ts';
import { describeRules } from './rule.ts';
import type { Rule } from './rule.ts';

interface Recipe {
  readonly every: readonly Instruction[];
  /** Of the last stage: what people run. */
  readonly last: readonly Instruction[];
}

function read(text: string): Recipe {
  const stages = readDockerfile(text);
  return { every: stages.flat(), last: stages.at(-1) ?? [] };
}

const entrypoint = ['node', '--optimize-for-size', '--max-old-space-size=160', 'src/start.mjs'];

const settings = {
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  PORT: '3000',
  MEETUP_DATA: '/data',
  MEETUP_CONTENT: '/data/content',
  NODE_OPTIONS: '--max-semi-space-size=2',
  MALLOC_ARENA_MAX: '1',
};

/** `HEALTHCHECK --interval=30s CMD [...]` → `[...]`. */
const healthCheck = (recipe: Recipe): string =>
  all(recipe.last, 'HEALTHCHECK')
    .join('')
    .replace(/^.*?CMD\s+/, '');

const commands = (recipe: Recipe): readonly string[] => [
  ...all(recipe.every, 'CMD'),
  ...all(recipe.every, 'ENTRYPOINT'),
  healthCheck(recipe),
];

const before = (recipe: Recipe, first: string, second: string): boolean => {
  const names = recipe.last.map(({ name }) => name);
  return names.lastIndexOf(first) < names.indexOf(second);
};

const rules: readonly Rule<Recipe>[] = [
  {
    promise: 'every stage stands on one argument, which a digest can fill',
    isKept: ({ every }) =>
      all(every, 'ARG').some((argument) => /^NODE_IMAGE=node:24-\S+$/.test(argument)) &&
      all(every, 'FROM').every((base) => /^\$\{NODE_IMAGE\}( AS [a-z]+)?$/.test(base)),
    breaches: [
      ['FROM ${NODE_IMAGE} AS', 'FROM node:24 AS'],
      ['NODE_IMAGE=node:24-bookworm-slim\n', 'NODE_IMAGE=node:latest\n'],
    ],
  },
  {
    promise: 'packages are installed in a stage that stays behind',
    isKept: ({ every, last }) =>
      all(every, 'FROM').length > 1 &&
      all(last, 'COPY').some((copy) => /^--from=packages \S+\/node_modules /.test(copy)) &&
      all(last, 'RUN').every((run) => !/\bnpm\b/.test(run)),
    breaches: [
      ['USER 1000', 'RUN npm ci\nUSER 1000'],
      ['FROM ${NODE_IMAGE}\n', ''],
    ],
  },
  {
    promise: 'they are those of the lockfile, for production, and none runs a script',
    isKept: ({ every }) =>
      all(every, 'RUN').some((run) => run.endsWith('npm ci --omit=dev --omit=optional --ignore-scripts')),
    breaches: [
      ['npm ci', 'npm install'],
      [' --omit=dev', ''],
      [' --ignore-scripts', ''],
    ],
  },
  {
    promise: 'it runs as a user with a number that is not that of root',
    isKept: ({ last }) => /^[1-9]\d*$/.test(all(last, 'USER').at(-1) ?? ''),
    breaches: [
      ['USER 1000', 'USER node'],
      ['USER 1000', 'USER 0'],
      ['USER 1000', ''],
    ],
  },
  {
    promise: 'node is process 1, with a heap that fits into 256 MiB',
    isKept: ({ last }) =>
      JSON.stringify(execForm(all(last, 'ENTRYPOINT').join(''))) === JSON.stringify(entrypoint),
    breaches: [
      ['ENTRYPOINT ["node", ', 'ENTRYPOINT ["npm", "exec", "node", '],
      [' "--max-old-space-size=160",', ''],
    ],
  },
  {
    promise: 'no shell and no npm stands between it and its signals',
    isKept: (recipe) =>
      commands(recipe).every((command) => execForm(command) !== null && !/\bnpm\b/.test(command)) &&
      all(recipe.every, 'STOPSIGNAL').length === 0,
    breaches: [
      [
        'ENTRYPOINT ["node", "--optimize-for-size", "--max-old-space-size=160", "src/start.mjs"]',
        'ENTRYPOINT node src/start.mjs',
      ],
      ['USER 1000', 'CMD ["npm", "start"]'],
      ['CMD ["node", "-e"', 'CMD node -e'],
      ['USER 1000', 'STOPSIGNAL SIGKILL'],
    ],
  },
  {
    promise: 'what is copied is named, by COPY alone',
    isKept: ({ every }) =>
      all(every, 'ADD').length === 0 && all(every, 'COPY').every((copy) => !/(^|\s)\.\/?\s/.test(copy)),
    breaches: [
      ['COPY content', 'ADD content'],
      ['COPY src ./src', 'COPY . .'],
    ],
  },
  {
    promise: 'no secret can be given to a build, or is part of the image',
    isKept: ({ every }) =>
      [...all(every, 'ARG'), ...all(every, 'ENV')].every((line) => !/TOKEN|SECRET|PASSWORD|_KEY/i.test(line)),
    breaches: [
      ['EXPOSE 3000', 'ENV SLACK_BOT_TOKEN=x'],
      ['WORKDIR /app', 'ARG NPM_TOKEN'],
    ],
  },
  {
    promise: 'it is configured by its environment, for the network, one volume and little memory',
    isKept: ({ last }) => {
      const given = all(last, 'ENV').join(' ').split(/\s+/);
      return Object.entries(settings).every(([name, value]) => given.includes(`${name}=${value}`));
    },
    breaches: Object.entries(settings).map(([name, value]) => [`${name}=${value}`, `${name}=other`] as const),
  },
  {
    promise: 'it says where it listens',
    isKept: ({ last }) => all(last, 'EXPOSE').join('') === settings.PORT,
    breaches: [['EXPOSE 3000', 'EXPOSE 80']],
  },
  {
    promise: 'its data folder is for user 1000 and for group 0, and was so before it became a volume',
    isKept: (recipe) =>
      all(recipe.last, 'RUN').includes('install --directory --owner=1000 --group=0 --mode=0770 /data') &&
      all(recipe.last, 'VOLUME').join('') === settings.MEETUP_DATA &&
      before(recipe, 'RUN', 'VOLUME'),
    breaches: [
      ['--group=0', '--group=1000'],
      ['--mode=0770', '--mode=0777'],
      ['VOLUME /data', 'VOLUME /app'],
      ['USER 1000', 'RUN chown 1000:0 /data\nUSER 1000'],
    ],
  },
  {
    promise: 'git is in it, with what it reaches repositories with',
    isKept: ({ last }) =>
      all(last, 'RUN').some((command) =>
        ['ca-certificates', 'git', 'openssh-client'].every((name) => command.split(' ').includes(name)),
      ),
    breaches: [
      [' git ', ' '],
      [' openssh-client', ''],
    ],
  },
  {
    promise: 'its own files belong to root, so that it can not rewrite itself',
    isKept: (recipe) =>
      all(recipe.last, 'COPY').every((copy) => !copy.includes('--chown')) && before(recipe, 'COPY', 'USER'),
    breaches: [['COPY src', 'COPY --chown=1000 src']],
  },
];

describeRules('Dockerfile', read, rules);

describe('the health check', () => {
  const [command = '', ...words] = execForm(healthCheck(read(textOf('Dockerfile')))) ?? [];

  const exitCode = async (port: number): Promise<unknown> => {
    const check = spawn(command, words, { env: { ...process.env, PORT: String(port) }, stdio: 'ignore' });
    const [code] = (await once(check, 'exit')) as unknown[];
    return code;
  };

  test.each([
    [0, 'says that it is well', 200],
    [1, 'says that it is not', 503],
  ])('exits with %i where the bot %s', async (expected, _, status) => {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.writeHead(status).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    expect(await exitCode((server.address() as AddressInfo).port)).toBe(expected);
    expect(asked).toEqual(['/healthz']);
    server.close();
  });

  test('exits with 1 where nobody answers', async () => {
    expect(await exitCode(1)).toBe(1);
  });
});
