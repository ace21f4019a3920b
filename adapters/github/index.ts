/** Requests at GitHub to take a branch in: https://docs.github.com/en/rest/pulls/pulls */
import { setTimeout as sleep } from 'node:timers/promises';

export interface GitHubOptions {
  /** Address of the repository: `https://github.com/OWNER/NAME.git`. */
  readonly address: string;
  readonly token: string;
  /** `https://api.github.com`, without a slash at its end. */
  readonly api: string;
}

interface Asked {
  readonly branch: string;
  /** The branch that it is for. */
  readonly onto: string;
  readonly title: string;
}

const timeout = 20_000;

/** A branch that was pushed just now may not be known to the API yet. */
const restMs = 1500;
const mostTries = 3;

/** Where the API is; `null`: that repository is not at GitHub. */
export function readGitHubApi(
  env: Readonly<Record<string, string | undefined>>,
  address: string,
): string | null {
  const said = env['GITHUB_API_URL']?.trim().replace(/\/+$/u, '') || null;
  if (said !== null && /^https?:\/\//u.test(said)) return said;
  return new URL(address).hostname === 'github.com' ? 'https://api.github.com' : null;
}

/** Opens a request, or finds the open one of that branch. Rejects with what GitHub said; the token is no part of that. */
export function createOpenRequest(options: GitHubOptions): (asked: Asked) => Promise<string> {
  const { owner, path } = repositoryOf(options);
  return async ({ branch, onto, title }) => {
    const query = new URLSearchParams({ state: 'open', head: `${owner}:${branch}`, base: onto });
    for (let tries = 1; ; tries++) {
      const open = addressIn(await call(options, `${path}/pulls?${query.toString()}`));
      if (open !== null) return open;
      const made = await call(options, `${path}/pulls`, { title, head: branch, base: onto });
      const url = addressIn(made);
      if (url !== null) return url;
      if (made.status !== 422 || tries === mostTries)
        throw new Error(`GitHub: ${made.status} ${textOf(made.body, 'message') ?? ''}`.trim());
      await sleep(restMs);
    }
  };
}

/** May the token push to that repository? Rejects where GitHub can not be asked. */
export async function mayPush(options: GitHubOptions): Promise<boolean> {
  const { status, body } = await call(options, repositoryOf(options).path);
  return status === 200 && valueOf(valueOf(body, 'permissions'), 'push') === true;
}

function repositoryOf({ address }: GitHubOptions): { readonly owner: string; readonly path: string } {
  const [, owner = '', name = ''] = /([^/:]+)\/([^/]+?)(?:\.git)?\/?$/u.exec(address) ?? [];
  return { owner, path: `/repos/${owner}/${name}` };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Posts where there is a body. */
async function call({ api, token }: GitHubOptions, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${api}${path}`, {
    redirect: 'error', // a token is for one machine
    signal: AbortSignal.timeout(timeout),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'meetup-bot',
      'x-github-api-version': '2022-11-28',
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json().catch(() => null) };
}

/** Of one request, or of the first in a list. */
function addressIn({ status, body }: Answer): string | null {
  if (status !== 200 && status !== 201) return null;
  return textOf(Array.isArray(body) ? body[0] : body, 'html_url');
}

const valueOf = (of: unknown, key: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, key) : null;

function textOf(of: unknown, key: string): string | null {
  const value = valueOf(of, key);
  return typeof value === 'string' ? value : null;
}
