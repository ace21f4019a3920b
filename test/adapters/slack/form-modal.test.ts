/** Forms as Slack has them: modals that lie on each other, and open within three seconds or not at all. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Call, Chat, Next } from '../../../src/port.ts';
import { formBot } from '../../contract/form.ts';
import type { Answer, Slack } from '../../slack/index.ts';
import { openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';
import { formIn, onTop, sendForm } from './seen.ts';
import { expectTranscript } from './transcript.ts';

describe('a form in a modal', () => {
  let connected: Connected;
  let slack: Slack;
  let calls: Call[];
  let chat: Chat;
  const user = 'ken';

  beforeEach(async () => {
    connected = await openSlack();
    ({ slack } = connected);
    calls = [];
    chat = await connected.start(formBot(calls));
  });
  afterEach(() => connected.stop());

  const send = (on: Answer, values: Record<string, string>) => sendForm(slack, { user, on, values });
  const open = (channel = 'general') => slack.command({ user, channel, text: 'event new' });
  const top = (): string =>
    slack
      .views(user)
      .map((view) => slack.read(view))
      .at(-1) ?? '';

  test('reads as one sees it', async () => {
    const wrong = await send(await open(), {
      'What it is called': 'wrong',
      'What it is about': 'Notes\nand more',
    });
    const again = await slack.press({ user, on: wrong, button: 'Back to the form' });
    await send(again, { 'What it is called': 'Docker Night' });
    expect(slack.violations).toEqual([]);
    expectTranscript(slack.transcript(), 'form.en');
  });

  test('is not sent without what has to be in it', async () => {
    const on = await open();
    await expect(slack.submit({ user, on })).rejects.toThrow('What it is called is required');
    await send(on, { 'What it is called': 'Docker Night' });
    expect(calls.at(-1)?.input).toEqual({ title: 'Docker Night', details: '' });
  });

  test('asks for the place where it was opened, whatever that is by now', async () => {
    await send(await open('dm'), { 'What it is called': 'Docker Night' });
    expect(calls.at(-1)?.place).toMatchObject({ channel: 'DKEN', visibility: 'direct' });
    await slack.post({ user: 'ken', channel: 'general', text: 'hello' });
    const on = await slack.command({ user, channel: 'general', text: 'edit' });
    await send(await slack.press({ user, on, button: 'Change' }), {});
    expect(calls.at(-1)?.place).toMatchObject({ channel: 'CGENERAL', visibility: 'public' });
  });

  test('lies on the answer from which it was opened, and closing it leads back there', async () => {
    const found = await find();
    const form = await slack.press({ user, on: found, button: 'Change' });
    expect(slack.views(user)).toHaveLength(3);
    await slack.close({ user, on: form });
    expect(top()).toContain('[Change]');
  });

  test('once it is answered, closing the answer closes all', async () => {
    const form = await slack.press({ user, on: await find(), button: 'Change' });
    const answer = await send(form, { 'What it is called': 'Docker Day' });
    expect(answer.text).toContain('Docker Day it is');
    expect(calls.at(-1)?.place).toMatchObject({ channel: 'UKEN', visibility: 'direct' });
    await slack.close({ user, on: answer });
    expect(slack.views(user)).toEqual([]);
  });

  test('takes the place of an answer where three lie on each other already', async () => {
    const form = await slack.press({ user, on: await find(), button: 'Change' });
    const wrong = await send(form, { 'What it is called': 'wrong' });
    await slack.press({ user, on: wrong, button: 'Back to the form' });
    await slack.sees({ user, text: '[wrong]' });
    expect(slack.views(user)).toHaveLength(3);
    const [, , again] = slack.views(user);
    if (again === undefined) throw new Error('no modal is there');
    const { text } = await send(onTop(slack, again), { 'What it is called': 'right' });
    expect(text).toContain('right it is');
  });

  test('goes on where the bot has been started anew', async () => {
    const on = await open();
    await chat.stop();
    chat = await connected.start(formBot(calls));
    const { text } = await send(on, { 'What it is called': 'Docker Night' });
    expect(text).toContain('Docker Night it is');
  });

  test('opens though its button was too long to carry what stands in it', async () => {
    await chat.stop();
    const details = '長い話。\n'.repeat(500);
    const input = `title:x details:"${details}"`;
    const bot = formBot(calls);
    const long: Next = { label: 'Change', command: 'event-new', input, form: true };
    chat = await connected.start({ ...bot, answer: async () => ({ ...say('found', [long]) }) });
    const on = await slack.command({ user, channel: 'general', text: 'anything' });
    const { fields } = formIn(await slack.press({ user, on, button: 'Change' }));
    expect(fields['What it is about']).toBe(details);
  });

  test('does not open: then the command says how to type it, and does nothing that was to be looked at', async () => {
    slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await open();
    expect(calls.at(-1)).toMatchObject({ command: 'event-new', input: '' });
    const on = await slack.command({ user, channel: 'general', text: 'edit' });
    slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await slack.press({ user, on, button: 'Change' });
    expect(calls.at(-1)).toMatchObject({ command: 'event-new', input: '' });
  });

  test('keeps to what Slack takes, however long everything is', async () => {
    await chat.stop();
    const bot = formBot(calls);
    const commands = bot.commands.map((info) => ({
      ...info,
      describe: () => ({
        called: [],
        summary: 'とても長い説明。'.repeat(30),
        options: { title: '\u202e<!channel>'.repeat(400), details: '' },
        examples: [],
      }),
    }));
    const next: Next = {
      label: 'Long',
      command: 'event-new',
      input: `title:${'x'.repeat(9000)}`,
      form: true,
    };
    chat = await connected.start({ ...bot, commands, answer: async () => say('found', [next]) });
    const on = await slack.command({ user, channel: 'general', text: 'anything' });
    const { title, fields } = formIn(await slack.press({ user, on, button: 'Long' }));
    expect([title.length, Object.values(fields).map(({ length }) => length)]).toEqual([24, [3000, 0]]);
    expect(slack.violations).toEqual([]);
  });

  test('opens nowhere for a mention: the command answers itself', async () => {
    await slack.ask({ user, channel: 'general', text: '@meetup event new' });
    expect(calls.at(-1)).toMatchObject({ command: 'event-new', input: '' });
    expect(slack.views(user)).toEqual([]);
  });

  /** An answer with a button that opens a form, on the form to search with. */
  async function find(): Promise<Answer> {
    const search = await slack.shortcut({ user, callback: 'search' });
    await slack.submit({ user, on: search, values: { 'What to look for': 'edit' } });
    return slack.sees({ user, text: '[Change]' });
  }
});
