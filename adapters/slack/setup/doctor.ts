/** `doctor` for Slack: whether tokens are there and accepted, what the app may do and where it is, and how Slack's events get in. */
import type { webApi } from '@slack/bolt';
import { UserError } from '../../../src/error.ts';
import type { AppRequest, Check, Environment } from '../../../src/port.ts';
import { fine, findSecret, wrong, wrongSetting } from '../../../src/view/check.ts';
import type { Found } from '../../../src/view/check.ts';
import type { Words } from '../../../src/words/index.ts';
import { isListed } from '../belonging.ts';
import { readApiUrl } from '../web-api/address.ts';
import { unfurlDomains } from './domains.ts';
import { createProbe } from './probe.ts';
import type { Probe } from './probe.ts';
import { problemOf } from './problem.ts';
import { scopesFor } from './scopes.ts';

interface Room extends Environment {
  readonly request: AppRequest;
  readonly words: Words;
}

/** Every check, one after the other; those that need what an earlier one did not find are left out. */
export async function* examine(room: Room): AsyncGenerator<Check> {
  const api = findApi(room);
  const bot = findToken('SLACK_BOT_TOKEN', room);
  yield api.check;
  yield bot.check;
  if (api.value !== null && bot.value !== null)
    yield* examineBot(await createProbe(bot.value, api.value), room);
  yield* examineEntrance(api.value, room);
}

function findApi({ env, words: { doctor } }: Room): Found {
  const check = 'slack.api-url';
  try {
    const value = readApiUrl(env);
    return { check: fine(check, doctor.slack.api(value)), value };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return wrongSetting(check, doctor.slack.badApi(String(error.facts['value'])));
  }
}

/** No other characters: a header with a line break in it would be refused with a message that quotes the token. */
const tokens = {
  SLACK_BOT_TOKEN: { check: 'slack.bot-token', prefix: 'xoxb-', shape: /^xoxb-[\w-]+$/ },
  SLACK_APP_TOKEN: { check: 'slack.app-token', prefix: 'xapp-', shape: /^xapp-[\w-]+$/ },
} as const;

function findToken(name: keyof typeof tokens, room: Room): Found {
  const { check, prefix, shape } = tokens[name];
  const said = room.words.doctor.slack;
  const { value, check: unread } = findSecret(check, name, room);
  if (unread !== null) return { check: unread, value: null };
  if (value === null) return wrongSetting(check, said.noToken(name));
  if (!shape.test(value)) return wrongSetting(check, said.notToken(name, prefix));
  return { check: fine(check, said.token(name)), value };
}

/** What the bot's token may do and where. */
async function* examineBot(probe: Probe, room: Room): AsyncGenerator<Check> {
  const said = room.words.doctor.slack;
  const auth = await probe((client) => client.auth.test());
  if (!auth.ok) {
    yield wrong('slack.auth', problemOf(auth.error, { name: 'SLACK_BOT_TOKEN', words: room.words }));
    return;
  }
  const { user, user_id: id, team, team_id: teamId = '', response_metadata: about } = auth.answer;
  yield fine('slack.auth', said.auth(`@${user ?? id ?? ''}`, team ?? '', teamId));
  if (!isListed(teamId, room.request.workspaces))
    yield wrongSetting('slack.workspace', said.otherWorkspace(teamId)).check;
  const granted = new Set(about?.scopes);
  for (const scope of scopesFor(unfurlDomains(room.request.pages).length > 0)) {
    const use = room.words.setup.slack.scope[scope];
    yield granted.has(scope)
      ? fine('slack.scope', said.scope(scope, use))
      : wrong('slack.scope', said.noScope(scope, use));
  }
  if (granted.has('channels:read')) yield await examineChannels(probe, room);
}

async function examineChannels(probe: Probe, { words: said }: Room): Promise<Check> {
  const check = 'slack.channels';
  const found = await probe(async (client) => {
    const names: string[] = [];
    for await (const page of client.paginate('users.conversations', { exclude_archived: true, limit: 200 }))
      names.push(...namesIn(page));
    return names;
  });
  if (!found.ok) return wrong(check, problemOf(found.error, { name: 'SLACK_BOT_TOKEN', words: said }));
  const { channels, noChannels } = said.doctor.slack;
  const [names, left] = [found.answer.slice(0, shownChannels), found.answer.length - shownChannels];
  const all = names.map((name) => `#${name}`).join(' ');
  return fine(check, all === '' ? noChannels : channels(found.answer.length, all, left));
}

/** As many as one reads. */
const shownChannels = 20;

const namesIn = ({ channels = [] }: webApi.UsersConversationsResponse): string[] =>
  channels.map(({ name, id }) => name ?? id ?? '');

/** How what people do gets to the bot: over a socket that it opens, or by calls that Slack signs. */
async function* examineEntrance(apiUrl: string | null, room: Room): AsyncGenerator<Check> {
  const said = room.words.doctor.slack;
  if (room.has('SLACK_APP_TOKEN')) {
    const app = findToken('SLACK_APP_TOKEN', room);
    yield app.check;
    if (apiUrl !== null && app.value !== null)
      yield await examineSocket(await createProbe(app.value, apiUrl), room);
    return;
  }
  const signing = findSecret('slack.signing-secret', 'SLACK_SIGNING_SECRET', room);
  if (signing.check !== null) yield signing.check;
  else if (signing.value !== null) yield fine('slack.signing-secret', said.signing);
  else yield wrongSetting('slack.entrance', said.noEntrance).check;
}

/** Asks for the address of a socket and does not connect to it: Slack would send it what is meant for the bot that runs. */
async function examineSocket(probe: Probe, { words: said }: Room): Promise<Check> {
  const opened = await probe((client) => client.apps.connections.open({}));
  return opened.ok
    ? fine('slack.socket', said.doctor.slack.socket)
    : wrong('slack.socket', problemOf(opened.error, { name: 'SLACK_APP_TOKEN', words: said }));
}
