/** A Slack on loopback: a workspace with people in it, as the real Bolt sees one. It refuses what Slack would refuse. */
import type { Made, Options } from './create.ts';
import { create } from './create.ts';
import type { Answer } from './people/answer.ts';
import type { Command } from './people/command.ts';
import { command } from './people/command.ts';
import { createScenario } from './scenario.ts';
import { appToken, botToken } from './seed.ts';
import { addressOf, listen } from './server.ts';
import { signingSecret } from './signed.ts';
import { transcript } from './transcript.ts';
import type { ApiCall, Violation, World } from './world.ts';

export type { Answer } from './people/answer.ts';
export type { Options } from './create.ts';

export interface Slack {
  /** For `clientOptions.slackApiUrl` and `SLACK_API_URL`; ends in `/api/`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Types a slash command, and resolves to what they get to see. */
  command(asked: Command): Promise<Answer>;
  /** What Slack would have refused, and did here: empty at the end of a good test. */
  readonly violations: readonly Violation[];
  /** Calls of the Web API so far, the oldest first. */
  readonly calls: readonly ApiCall[];
  /** Everything that became visible so far, as text. */
  transcript(): string;
  stop(): Promise<void>;
}

const peopleOf = (world: World) => ({
  command: (asked: Command) => command(world, asked),
});

/**
 * Starts a workspace with hanako (ja), ken (en), yui (an admin) and gus (a guest) in #general, #random (without the app),
 * #staff (private) and #attic (archived).
 *
 *     const slack = await startSlack();
 *     const app = new App({
 *       token: slack.botToken, appToken: slack.appToken, socketMode: true,
 *       clientOptions: { slackApiUrl: slack.apiUrl },
 *     });
 *     app.command('/meetup', async ({ ack, respond }) => { await ack(); await respond('hello'); });
 *     await app.start();
 *     const answer = await slack.command({ user: 'hanako', channel: 'general', text: '監視' });
 *     expect(answer.text).toBe('hello');
 *     expect(slack.violations).toEqual([]);
 *     await app.stop();
 *     await slack.stop();
 */
export async function startSlack(options: Options = {}): Promise<Slack> {
  const scenario = createScenario();
  let address = '';
  const { world, sockets }: Made = create(options, () => address);
  const server = await listen({ world, scenario, sockets });
  address = addressOf(server);
  return {
    apiUrl: `${address}/api/`,
    botToken,
    appToken,
    signingSecret,
    ...peopleOf(world),
    violations: world.violations,
    calls: world.calls,
    transcript: () => transcript(world.state, world.feed.effects),
    stop: async () => {
      await sockets.close();
      world.clock.stop();
      world.feed.stop();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
