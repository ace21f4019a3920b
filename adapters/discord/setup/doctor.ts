/** `doctor` for Discord: whether the token is there and accepted, what the application may do, and how the bot is placed in each server. */
import { ApplicationFlags } from 'discord.js';
import type { APIApplication, APIUser } from 'discord.js';
import { UserError } from '../../../src/error.ts';
import type { Check } from '../../../src/port.ts';
import { fine, findSecret, wrong, wrongSetting } from '../../../src/view/check.ts';
import type { Found } from '../../../src/view/check.ts';
import { isToken } from '../environment.ts';
import { readApiUrl } from '../rest/address.ts';
import { commandsFor } from './commands.ts';
import { isToDo, planOf } from './plan.ts';
import { createProbe } from './probe.ts';
import type { Probe } from './probe.ts';
import { problemOf } from './problem.ts';
import { registeredAt } from './registration.ts';
import type { Room, Self } from './room.ts';
import { examineServers } from './server.ts';

/** Every check, one after the other; those that need what an earlier one did not find are left out. */
export async function* examine(room: Room): AsyncGenerator<Check> {
  const api = findApi(room);
  const token = findToken(room);
  yield api.check;
  yield token.check;
  if (api.value === null || token.value === null) return;
  const probe = createProbe({ apiUrl: api.value, token: token.value });
  const self = await identify(probe, room);
  yield self.check;
  if (self.value === null) return;
  yield* examineApplication(self.value, room);
  yield await examineCommands(probe, self.value, room);
  yield* examineServers(probe, self.value, room);
}

function findApi({ env, words: { doctor } }: Room): Found {
  const check = 'discord.api-url';
  try {
    const value = readApiUrl(env);
    return { check: fine(check, doctor.discord.api(value)), value };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return wrongSetting(check, doctor.discord.badApi(String(error.facts['value'])));
  }
}

function findToken(room: Room): Found {
  const check = 'discord.token';
  const said = room.words.doctor.discord;
  const { value, check: unread } = findSecret(check, 'DISCORD_TOKEN', room);
  if (unread !== null) return { check: unread, value: null };
  if (value === null) return wrongSetting(check, said.noToken);
  return isToken(value) ? { check: fine(check, said.token), value } : wrongSetting(check, said.notToken);
}

async function identify(
  probe: Probe,
  { words }: Room,
): Promise<{ readonly check: Check; readonly value: Self | null }> {
  const check = 'discord.auth';
  try {
    const user = await probe.get<APIUser>('/users/@me');
    const application = await probe.get<APIApplication>('/applications/@me');
    const said = words.doctor.discord.auth(user.username, application.name, application.id);
    return { check: fine(check, said), value: { user, application } };
  } catch (error) {
    return { check: wrong(check, problemOf(error, words)), value: null };
  }
}

/** For applications in many servers the right is of another name: https://docs.discord.com/developers/resources/application#application-object-application-flags */
const contentFlags = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

/** What one switches on its pages. */
function* examineApplication({ application }: Self, { words }: Room): Generator<Check> {
  const said = words.doctor.discord;
  const { flags, interactions_endpoint_url: endpoint, bot_require_code_grant: grant } = application;
  const content = 'discord.message-content';
  yield (flags & contentFlags) === 0 ? wrong(content, said.noContent) : fine(content, said.content);
  if (typeof endpoint === 'string') yield wrong('discord.endpoint', said.endpoint);
  if (grant) yield wrong('discord.code-grant', said.codeGrant);
}

async function examineCommands(probe: Probe, { application }: Self, room: Room): Promise<Check> {
  const check = 'discord.commands';
  const said = room.words.doctor.discord;
  try {
    const steps = planOf(commandsFor(room.request), await registeredAt(probe, application.id)).filter(isToDo);
    return steps.length === 0
      ? fine(check, said.commands)
      : wrong(check, said.oldCommands(steps.map(({ name }) => name).join(', ')));
  } catch (error) {
    return wrong(check, problemOf(error, room.words));
  }
}
