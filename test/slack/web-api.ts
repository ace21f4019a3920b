/** The Web API: finds the method, checks the token and its scopes, and answers as Slack does. https://docs.slack.dev/apis/web-api */
import type { Reply } from '../simulator/server.ts';
import { methods } from './method/index.ts';
import { needs } from './method/define.ts';
import type { Method } from './method/define.ts';
import { Refusal } from './refusal.ts';
import type { Scenario } from './scenario.ts';
import type { Token } from './state.ts';
import type { World } from './world.ts';

export interface ApiRequest {
  readonly method: string;
  readonly authorization: string | undefined;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Errors that say that the payload was wrong, not the moment. */
const payloadErrors = new Set([
  'cannot_unfurl_url',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_payload',
  'invalid_unfurls_format',
  'missing_scope',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'view_too_large',
]);

/** Notes what Slack would have refused. */
export function note(world: World, where: string, { code, facts }: Refusal): void {
  if (!payloadErrors.has(code)) return;
  const { messages = [] } = (facts['response_metadata'] ?? {}) as { messages?: readonly string[] };
  world.violations.push({ where, error: code, messages });
}

const reply = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

function tokenOf(world: World, request: ApiRequest): Token {
  const given = request.authorization?.replace(/^Bearer /, '') ?? request.args['token'];
  if (given === undefined) throw new Refusal('not_authed');
  const token = typeof given === 'string' ? world.state.tokens.get(given) : undefined;
  if (!token) throw new Refusal('invalid_auth');
  if (token.refused !== null) throw new Refusal(token.refused);
  return token;
}

function run(world: World, request: ApiRequest): Reply {
  const method: Method | undefined = methods[request.method];
  if (!method) throw new Refusal('unknown_method', { req_method: request.method });
  const token = tokenOf(world, request);
  if (token.kind !== method.token) throw new Refusal('not_allowed_token_type');
  const need = needs(token);
  if (method.scope !== null) need(method.scope);
  const answer = method.run(request.args, { world, token, need });
  return reply(
    200,
    { ok: true, ...answer },
    {
      'X-OAuth-Scopes': token.scopes.join(','),
      'X-Accepted-OAuth-Scopes': method.scope ?? '',
    },
  );
}

function answerOrRefuse(
  world: World,
  request: ApiRequest,
): { readonly reply: Reply; readonly result: string } {
  try {
    return { reply: run(world, request), result: 'ok' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    note(world, request.method, error);
    return { reply: reply(200, { ok: false, error: error.code, ...error.facts }), result: error.code };
  }
}

/** Answers a call, or has it go wrong as the scenario says. */
export async function callApi(world: World, scenario: Scenario, request: ApiRequest): Promise<Reply | null> {
  const at = world.clock.now();
  const record = (result: string): void => {
    world.calls.push({ method: request.method, args: request.args, at, result });
    world.feed.look();
  };
  const fault = scenario.take(request.method);
  if (fault && fault.kind !== 'held' && fault.kind !== 'lost') {
    record(fault.kind);
    if (fault.kind === 'cut') return null;
    if (fault.kind === 'error') return reply(200, { ok: false, error: fault.error });
    if (fault.kind === 'status')
      return { status: fault.status, headers: { 'Content-Type': 'text/html' }, body: '<html>oops</html>' };
    const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
    return reply(429, { ok: false, error: 'ratelimited' }, headers);
  }
  if (fault?.kind === 'held') await fault.until;
  const answered = answerOrRefuse(world, request);
  record(answered.result);
  return fault?.kind === 'lost' ? null : answered.reply;
}
