/** A Slack on loopback: a workspace with people in it, as the real Bolt sees one. It refuses what Slack would refuse. */
import type { Server } from 'node:http';
import { createScenario } from '../simulator/scenario.ts';
import { addressOf, close, listen } from '../simulator/server.ts';
import { transcript } from '../simulator/transcript.ts';
import type { Made, Options } from './create.ts';
import { create } from './create.ts';
import type { Controls } from './controls.ts';
import { controlsOf } from './controls.ts';
import type { People, Screens } from './people/index.ts';
import { peopleOf, screensOf } from './people/index.ts';
import type { Fault } from './scenario.ts';
import { appToken, botToken } from './seed.ts';
import { doorOf } from './server.ts';
import { signingSecret } from './signed.ts';
import { namesOf } from './transcript.ts';
import type { Acknowledged, ApiCall, Delivery, Violation, World } from './world.ts';

export type { Answer } from './people/answer.ts';
export type { Options } from './create.ts';
export { NotAcknowledged } from '../simulator/not-acknowledged.ts';

export interface Slack extends People, Screens, Controls {
  /** For `clientOptions.slackApiUrl` and `SLACK_API_URL`; ends in `/api/`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** Sends anything at all to the app; for floods and for what people can not do. */
  send(delivery: Delivery): Promise<Acknowledged>;
  /** What was acknowledged so far, and in how many milliseconds. */
  readonly acknowledgements: World['acknowledgements'];
  /** What Slack would have refused, and did here: empty at the end of a good test. */
  readonly violations: readonly Violation[];
  /** Calls of the Web API so far, the oldest first. */
  readonly calls: readonly ApiCall[];
  /** Everything that became visible so far, as text. */
  transcript(): string;
  stop(): Promise<void>;
}

async function stop({ world, sockets }: Made, server: Server): Promise<void> {
  await sockets.close();
  world.clock.stop();
  world.feed.stop();
  await close(server);
}

/**
 * Starts a workspace with hanako (ja), ken (en), yui (an admin) and gus (a guest) in #general, #random (without the app),
 * #staff (private) and #attic (archived). People and channels are named by name or id; `dm` is the conversation with the app.
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
 *     await slack.press({ user: 'hanako', on: answer, button: 'Share' });
 *     expect(slack.violations).toEqual([]);
 *     await app.stop();
 *     await slack.stop();
 *
 * Stop the app first, then Slack: it says goodbye to the sockets, and nothing of Bolt stays behind that keeps a process alive.
 * What is not acknowledged within `deadline` rejects with NotAcknowledged; nobody waits for `advance`.
 */
export async function startSlack(options: Options = {}): Promise<Slack> {
  const scenario = createScenario<Fault>();
  let address = '';
  const made = create(options, () => address);
  const { world, sockets } = made;
  const server = await listen(doorOf({ world, scenario, sockets }));
  address = addressOf(server);
  return {
    apiUrl: `${address}/api/`,
    botToken,
    appToken,
    signingSecret,
    ...peopleOf(world),
    ...screensOf(world),
    ...controlsOf(made, scenario),
    send: (delivery) => world.send(delivery),
    acknowledgements: world.acknowledgements,
    violations: world.violations,
    calls: world.calls,
    transcript: () => transcript(world.feed.effects, namesOf(world.state)),
    stop: () => stop(made, server),
  };
}
