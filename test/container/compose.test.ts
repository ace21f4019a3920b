/** compose.yaml as documentation that holds: what it grants the bot, and what it does not. */
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { textOf } from './file.ts';
import { describeRules } from './rule.ts';
import type { Rule } from './rule.ts';

interface Compose {
  readonly services: { readonly bot: Service };
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, { readonly file?: string }>>;
}

interface Service extends Readonly<Record<string, unknown>> {
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly tmpfs: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}

const read = (text: string): Compose => parse(text) as Compose;

/** Is that setting exactly this? */
const has =
  (setting: string, value: unknown) =>
  ({ services }: Compose): boolean =>
    JSON.stringify(services.bot[setting]) === JSON.stringify(value);

/** Settings that would give back what the others take away. */
const powers = [
  'privileged',
  'cap_add',
  'devices',
  'user',
  'network_mode',
  'pid',
  'ipc',
  'userns_mode',
  'env_file',
];

const isSecret = (name: string): boolean => /TOKEN|SECRET|PASSWORD|_KEY/.test(name);

const rules: readonly Rule<Compose>[] = [
  {
    promise: 'it is built here, and never pulled under a name that anyone might take',
    isKept: ({ services }) => services.bot['build'] === '.' && !('image' in services.bot),
    breaches: [['build: .', 'build: .\n    image: meetup-bot']],
  },
  {
    promise: 'the root file system is read-only',
    isKept: has('read_only', true),
    breaches: [['read_only: true', 'read_only: false']],
  },
  {
    promise: 'what is temporary is small and can not be run',
    isKept: has('tmpfs', ['/tmp:noexec,nosuid,size=32m']),
    breaches: [['noexec,', '']],
  },
  {
    promise: 'no capability of root is left',
    isKept: has('cap_drop', ['ALL']),
    breaches: [['- ALL', '- NET_RAW']],
  },
  {
    promise: 'none can be won back',
    isKept: has('security_opt', ['no-new-privileges:true']),
    breaches: [['no-new-privileges:true', 'no-new-privileges:false']],
  },
  {
    promise: 'processes are counted',
    isKept: has('pids_limit', 100),
    breaches: [['pids_limit: 100', 'pids_limit: -1']],
  },
  {
    promise: 'memory is limited to what the heap of the image was measured for',
    isKept: has('mem_limit', '256m'),
    breaches: [['mem_limit: 256m', '']],
  },
  {
    promise: 'nothing gives the bot more than any program has',
    isKept: ({ services }) => powers.every((power) => !(power in services.bot)),
    breaches: powers.map((power) => ['read_only', `${power}: x\n    read_only`] as const),
  },
  {
    promise: 'it is published on this machine alone',
    isKept: ({ services }) => services.bot.ports.every((port) => port.startsWith('127.0.0.1:')),
    breaches: [['127.0.0.1:3000', '3000']],
  },
  {
    promise: 'its data has a name, and nothing else of the host is written',
    isKept: ({ services, volumes }) =>
      services.bot.volumes.every((mount) => mount.endsWith(':ro') || mount === 'data:/data') &&
      'data' in volumes,
    breaches: [
      ['- data:/data', '- ./data:/data'],
      ['- data:/data', '- data:/data\n      - /var/run/docker.sock:/var/run/docker.sock'],
      ['volumes:\n  data:', 'volumes:\n  other:'],
    ],
  },
  {
    promise: 'no socket of the engine is mounted, not even to be read',
    isKept: ({ services }) => services.bot.volumes.every((mount) => !mount.includes('.sock')),
    breaches: [['- data:/data', '- data:/data\n      - /var/run/docker.sock:/var/run/docker.sock:ro']],
  },
  {
    promise: 'secrets are files',
    isKept: ({ services }) =>
      Object.keys(services.bot.environment).every((name) => !isSecret(name) || name.endsWith('_FILE')),
    breaches: [['LOG_LEVEL: warn', 'SLACK_BOT_TOKEN: xoxb-1']],
  },
  {
    promise: 'it has the ten seconds that it may need to stop, and is started again when it fails',
    isKept: (compose) =>
      has('stop_grace_period', '15s')(compose) && has('restart', 'unless-stopped')(compose),
    breaches: [
      ['stop_grace_period: 15s', 'stop_grace_period: 5s'],
      ['restart: unless-stopped', ''],
    ],
  },
];

describeRules('compose.yaml', read, rules);

describe('the examples in its comments', () => {
  /** Comments that are settings: `# - a`, `# name:` or `# name: value`; sentences have more words. */
  const shown = read(textOf('compose.yaml').replace(/^( *)# ( *(?:- \S+|\w+:(?: \S+)?))$/gm, '$1$2'));

  test.each(rules)('keep the rules as well: $promise', ({ isKept }) => {
    expect(isKept(shown)).toBe(true);
  });

  test('are all of them read here', () => {
    const { environment, volumes } = shown.services.bot;
    expect(volumes).toContain('./reports:/content:ro');
    expect(environment).toMatchObject({
      MEETUP_CONTENT: '/content',
      PUBLIC_URL: expect.stringContaining('https:'),
    });
  });

  test('name for each secret the file that the bot reads, and the one that it comes from', () => {
    const { environment, secrets = [] } = shown.services.bot;
    const files = Object.entries(environment).filter(([name]) => isSecret(name));
    expect(files.length).toBeGreaterThan(0);
    expect(files.map(([, file]) => file)).toEqual(secrets.map((secret) => `/run/secrets/${secret}`));
    expect(Object.keys(shown.secrets ?? {})).toEqual(secrets);
  });
});
