/** Forms in Slack: the suite that every chat with forms passes. */
import { afterEach } from '@jest/globals';
import type { FormRoom, SeenForm } from '../../contract/form.ts';
import { describeForms } from '../../contract/form.ts';
import type { Answer } from '../../slack/index.ts';
import { openSlack } from './connected.ts';
import type { Connected } from './connected.ts';
import { formIn, seen, sendForm } from './seen.ts';

let connected: Connected;

afterEach(() => connected.stop());

describeForms('Slack', async (): Promise<FormRoom> => {
  connected = await openSlack();
  const { slack } = connected;
  const chat = connected.create();
  const user = 'ken';
  let last: Answer;
  const keep = async (answer: Promise<Answer>): Promise<Answer> => (last = await answer);
  const form = async (answer: Promise<Answer>): Promise<SeenForm> => formIn(await keep(answer));
  return {
    chat,
    place: { platform: 'slack', workspace: 'TMEETUP', channel: 'CGENERAL', visibility: 'public' },
    say: async (text) => seen(await keep(slack.command({ user, channel: 'general', text }))),
    open: (text) => form(slack.command({ user, channel: 'general', text })),
    openBy: (button) => form(slack.press({ user, on: last, button })),
    send: async (values) => seen(await keep(sendForm(slack, { user, on: last, values }))),
  };
});
