/** The commands that Discord has beside those that it should have, and how they get there. */
import type { APIApplication } from 'discord.js';
import { UserError } from '../../../src/error.ts';
import type { AppRequest, Environment, Registration } from '../../../src/port.ts';
import { readOptions } from '../environment.ts';
import { commandsFor } from './commands.ts';
import { inviteUrl } from './permissions.ts';
import { planOf } from './plan.ts';
import type { Registered } from './plan.ts';
import { createProbe } from './probe.ts';
import type { Probe } from './probe.ts';

/** Throws UserError where there is no token, or Discord does not answer. */
export async function openRegistration(environment: Environment, request: AppRequest): Promise<Registration> {
  const options = readOptions(environment);
  if (options === null) throw new UserError('discord-no-token');
  const probe = createProbe(options);
  const { id } = await probe.get<APIApplication>('/applications/@me');
  const asked = commandsFor(request);
  return {
    steps: planOf(asked, await registeredAt(probe, id)),
    invite: inviteUrl(id),
    // All at once: what is not in the list is deleted.
    apply: async () => void (await probe.put(`/applications/${id}/commands`, asked)),
  };
}

/** What the application has in every server. */
export const registeredAt = (probe: Probe, application: string): Promise<readonly Registered[]> =>
  probe.get(`/applications/${application}/commands`, { with_localizations: 'true' });
