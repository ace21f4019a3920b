/**
 * Runs git: plain commands without a shell. Nothing of the machine's settings, of the repository's hooks, or of what stands in an
 * address decides what is run.
 */
import { spawn } from 'node:child_process';
import { UserError } from '../../src/error.ts';
import type { Show } from '../../src/port.ts';
import { createProgressReader } from './progress.ts';

export interface GitOptions {
  /** Where it runs. */
  readonly folder: string;
  /** Of the remote. Throws UserError `git-address` where it is none that the bot goes to. */
  readonly address: string;
  /** For servers of that address alone; `null`: none is given to anybody. */
  readonly token: string | null;
  /** A server of this machine may be reached without encryption: for tests. */
  readonly allowsLocal?: boolean;
}

export interface GitResult {
  readonly code: number;
  readonly stdout: string;
  /** The token is not in it. */
  readonly stderr: string;
}

export interface GitCall {
  readonly input?: string | undefined;
  /** File of the index that is used instead of the checkout's. */
  readonly index?: string | undefined;
  readonly show?: Show | undefined;
}

/** Never rejects for what git says: UserError `git-missing` where it is not there. Each word is an argument of its own. */
export type Git = (words: readonly string[], call?: GitCall) => Promise<GitResult>;

/** Milliseconds: a remote that takes longer than that does not answer. */
const patience = 10 * 60_000;

export function createGit(options: GitOptions): Git {
  const remote = remoteAt(options);
  const env = environment(options);
  return (words, { input, index, show } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn('git', [...settings(options, remote), ...words], {
        cwd: options.folder,
        env: index === undefined ? env : { ...env, GIT_INDEX_FILE: index },
        // The first clone takes as long as it takes, and shows it.
        ...(show === undefined ? { timeout: patience } : {}),
      });
      const [out, said] = [[] as Buffer[], [] as string[]];
      const read = createProgressReader(show);
      child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
      child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(read(text)));
      child.on('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ENOENT' ? new UserError('git-missing') : error),
      );
      child.on('close', (code) =>
        resolve({
          code: code ?? 128,
          stdout: Buffer.concat(out).toString('utf8'),
          stderr: masked(said.join(''), options.token),
        }),
      );
      // Git may have gone before it has read everything.
      child.stdin.on('error', () => {}).end(input ?? '');
    });
}

const masked = (text: string, token: string | null): string =>
  token === null || token === '' ? text : text.replaceAll(token, '…');

/** Without the white space around it. Throws Error where git says no. */
export async function ask(git: Git, words: readonly string[], call?: GitCall): Promise<string> {
  const result = await git(words, call);
  if (result.code !== 0) throw new Error(`git ${words[0] ?? ''}: ${reasonOf(result)}`);
  return result.stdout.trim();
}

/** The line that says what is wrong, without addresses. */
export function reasonOf({ stdout, stderr }: GitResult): string {
  const lines = `${stderr}\n${stdout}`.split('\n').map((line) => line.trim());
  const line = lines.find((each) => /^(?:fatal|error|remote):|rejected/u.test(each));
  return (line ?? lines.find((each) => each !== '') ?? '')
    .replaceAll(/\w+:\/\/[^\s'"]+/gu, '…')
    .slice(0, 300);
}

/** https://git-scm.com/docs/git-config */
function settings({ token }: GitOptions, { origin }: Remote): readonly string[] {
  const all: Readonly<Record<string, string>> = {
    'core.hooksPath': '/dev/null',
    'core.fsmonitor': 'false',
    'core.attributesFile': '/dev/null',
    'core.autocrlf': 'false',
    'core.quotePath': 'false',
    'core.symlinks': 'false',
    'core.protectNTFS': 'true',
    'protocol.ext.allow': 'never',
    'submodule.recurse': 'false',
    // It would go on in the background.
    'gc.auto': '0',
    'maintenance.auto': 'false',
    'commit.gpgSign': 'false',
    'core.excludesFile': '/dev/null',
    // A token is for one machine.
    'http.followRedirects': 'false',
    'http.lowSpeedLimit': '100',
    'http.lowSpeedTime': '30',
    'credential.helper': '',
    ...(origin === null || token === null ? {} : { [`credential.${origin}.helper`]: helper }),
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Git asks it for the password, which is in the environment alone. */
const helper = '!f() { echo username=x-access-token; echo "password=$MEETUP_GIT_TOKEN"; }; f';

/** What git, curl and ssh need; everything else of the environment stays outside. */
const passed = [
  'PATH',
  'HOME',
  'TMPDIR',
  'SSH_AUTH_SOCK',
  'HTTPS_PROXY',
  'https_proxy',
  'NO_PROXY',
  'no_proxy',
  'SSL_CERT_FILE',
  'GIT_SSL_CAINFO',
] as const;

function environment({ token, allowsLocal = false }: GitOptions): NodeJS.ProcessEnv {
  const given = passed.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(given),
    ...(token === null ? {} : { MEETUP_GIT_TOKEN: token }),
    LC_ALL: 'C',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '/bin/false',
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
    GIT_ALLOW_PROTOCOL: allowsLocal ? 'http:https:ssh' : 'https:ssh',
    GIT_LITERAL_PATHSPECS: '1',
  };
}

interface Remote {
  /** `https://github.com`; `null` for ssh, which has keys of its own. */
  readonly origin: string | null;
}

/** No option, no command and no secret is an address. */
function remoteAt({ address, allowsLocal = false }: GitOptions): Remote {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = /^[\w:/.~@%+-]{1,500}$/u.test(address) && !/^\w+:\/\/-/u.test(address);
  const isLocal = allowsLocal && url?.protocol === 'http:' && url.hostname === '127.0.0.1';
  const isRemote = url?.protocol === 'https:' || url?.protocol === 'ssh:';
  const isOpen = url?.password === '' && (url.protocol === 'ssh:' || url.username === '');
  if (url === null || !isPlain || !isOpen || !(isLocal || isRemote))
    throw new UserError('git-address', { address: address.replace(/\/\/[^/]*@/u, '//').slice(0, 200) });
  return { origin: url.protocol === 'ssh:' ? null : url.origin };
}
