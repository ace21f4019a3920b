/** The real Bolt in the simulated Slack: whatever people do arrives, and what the app answers is seen. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { createApp } from './bolt.ts';
import type { Slack } from './index.ts';
import { NotAcknowledged, startSlack } from './index.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

const withButton = (text: string, button: string): KnownBlock[] => [
  { type: 'section', text: plain(text) },
  {
    type: 'actions',
    elements: [{ type: 'button', action_id: button.toLowerCase(), text: plain(button), value: 'v' }],
  },
];

const form: ModalView = {
  type: 'modal',
  callback_id: 'find',
  title: plain('Search'),
  submit: plain('Find'),
  blocks: [
    {
      type: 'input',
      block_id: 'q',
      label: plain('What'),
      element: { type: 'plain_text_input', action_id: 'q' },
    },
    {
      type: 'input',
      block_id: 'tag',
      optional: true,
      label: plain('Tag'),
      element: { type: 'external_select', action_id: 'tag', min_query_length: 1 },
    },
  ],
};

let slack: Slack;
let app: App;

beforeEach(async () => {
  slack = await startSlack({ deadline: 500 });
  app = createApp(slack);
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

describe('a slash command', () => {
  test('is answered at its response address, and only the one who typed it sees that', async () => {
    app.command('/meetup', async ({ ack, respond, command }) => {
      await ack();
      await respond(`you asked for ${command.text}`);
    });
    await app.start();
    const answer = await slack.command({ user: 'hanako', channel: 'general', text: '監視' });
    expect(answer.text).toBe('you asked for 監視');
    expect(slack.seenBy('hanako', 'general')).toEqual(['you asked for 監視']);
    expect(slack.seenBy('ken', 'general')).toEqual([]);
  });

  test('is answered with the acknowledgement', async () => {
    app.command('/meetup', async ({ ack }) => ack('at once'));
    await app.start();
    const answer = await slack.command({ user: 'ken', channel: 'dm', text: '' });
    expect(answer.text).toBe('at once');
  });

  test('that nobody acknowledges says so', async () => {
    await app.start();
    await expect(slack.command({ user: 'ken', channel: 'general', text: 'x' })).rejects.toThrow(
      new NotAcknowledged('slash_commands /meetup x', 'timeout'),
    );
  });

  test('can be typed where the app is no member, but not where one is no member oneself', async () => {
    app.command('/meetup', async ({ ack }) => ack('here'));
    await app.start();
    expect((await slack.command({ user: 'hanako', channel: 'random', text: '' })).text).toBe('here');
    await expect(slack.command({ user: 'gus', channel: 'random', text: '' })).rejects.toThrow(
      'gus is not in random',
    );
  });
});

describe('a button', () => {
  beforeEach(async () => {
    app.command('/meetup', async ({ ack }) => ack({ text: 'pick', blocks: withButton('pick', 'Share') }));
    await app.start();
  });

  test('replaces the message that only one person sees, and its payload does not show that message', async () => {
    app.action('share', async ({ ack, respond, body }) => {
      await ack();
      await respond({ replace_original: true, text: `message ${'message' in body ? 'there' : 'missing'}` });
    });
    const first = await slack.command({ user: 'hanako', channel: 'general', text: '' });
    const second = await slack.press({ user: 'hanako', on: first, button: 'Share' });
    expect(second.kind).toBe('changed');
    expect(slack.seenBy('hanako', 'general')).toEqual(['message missing']);
  });

  test('posts for everybody', async () => {
    app.action('share', async ({ ack, respond }) => {
      await ack();
      const blocks = withButton('for all', 'Read');
      await respond({ response_type: 'in_channel', text: 'all', blocks });
    });
    const first = await slack.command({ user: 'hanako', channel: 'general', text: '' });
    await slack.press({ user: 'hanako', on: first, button: 'share' });
    expect(slack.seenBy('ken', 'general')).toEqual(['for all\n[Read]']);
  });

  test('that is not there can not be pressed', async () => {
    const first = await slack.command({ user: 'hanako', channel: 'general', text: '' });
    expect(() => slack.press({ user: 'hanako', on: first, button: 'Delete' })).toThrow('only: [Share]');
    expect(() => slack.press({ user: 'ken', on: first, button: 'Share' })).toThrow('ken does not see');
  });
});

describe('a modal', () => {
  beforeEach(async () => {
    app.shortcut('search', async ({ ack, client, shortcut }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
    });
    await app.start();
  });

  test('opens from a global shortcut, shows what is wrong, then another view, then closes', async () => {
    app.view('find', async ({ ack, view }) => {
      const { value } = view.state.values['q']?.['q'] ?? {};
      if (value === 'bad') return ack({ response_action: 'errors', errors: { q: 'no' } });
      if (value === 'more') return ack({ response_action: 'push', view: { ...form, title: plain('More') } });
      return ack();
    });
    const on = await slack.shortcut({ user: 'hanako', callback: 'search' });
    expect(on.text.split('\n')[0]).toBe('== Search ==');
    const wrong = await slack.submit({ user: 'hanako', on, values: { What: 'bad' } });
    expect(wrong.errors).toEqual({ What: 'no' });
    const pushed = await slack.submit({ user: 'hanako', on, values: { What: 'more' } });
    expect(slack.views('hanako').map(({ view }) => view.type === 'modal' && view.title.text)).toEqual([
      'Search',
      'More',
    ]);
    expect(pushed.view?.previous).toBe(on.view?.id);
    await slack.close({ user: 'hanako', on: pushed.view ?? on });
    const done = await slack.submit({ user: 'hanako', on, values: { What: 'good' } });
    expect(done).toEqual({ errors: {}, view: null });
    expect(slack.views('hanako')).toEqual([]);
  });

  test('is not sent by the client while something is missing', async () => {
    const on = await slack.shortcut({ user: 'hanako', callback: 'search' });
    await expect(slack.submit({ user: 'hanako', on })).rejects.toThrow('What is required');
  });

  test('suggests while one types, and what is chosen arrives', async () => {
    const chosen: unknown[] = [];
    app.options('tag', async ({ ack, options }) =>
      ack({ options: [{ text: plain(`${options.value}ernetes`), value: options.value }] }),
    );
    app.view('find', async ({ ack, view }) => {
      chosen.push(view.state.values['tag']?.['tag']?.selected_option?.value);
      await ack();
    });
    const on = await slack.shortcut({ user: 'hanako', callback: 'search' });
    const [option] = await slack.suggest({ user: 'hanako', on, field: 'Tag', text: 'kub' });
    expect(option?.text.text).toBe('kubernetes');
    await slack.submit({ user: 'hanako', on, values: { What: 'x', ...(option ? { Tag: option } : {}) } });
    expect(chosen).toEqual(['kub']);
  });

  test('opens once, and only soon after it was asked for', async () => {
    const opened = () =>
      slack.calls.filter(({ method }) => method === 'views.open').map(({ result }) => result);
    app.shortcut('twice', async ({ ack, client, shortcut: { trigger_id } }) => {
      await ack();
      await client.views.open({ trigger_id, view: form });
      await client.views.open({ trigger_id, view: form }).catch(() => undefined);
    });
    app.shortcut('late', async ({ ack, client, shortcut: { trigger_id } }) => {
      await ack();
      await slack.until(() => slack.acknowledgements.length === 2);
      slack.advance(3001);
      await client.views.open({ trigger_id, view: form }).catch(() => undefined);
    });
    await slack.shortcut({ user: 'hanako', callback: 'twice' });
    await slack.until(() => opened().length === 2);
    const nothing = slack.shortcut({ user: 'hanako', callback: 'late' });
    await slack.until(() => opened().length === 3);
    expect(opened()).toEqual(['ok', 'exchanged_trigger_id', 'expired_trigger_id']);
    await slack.stop();
    await expect(nothing).rejects.toThrow('Slack was stopped');
  });
});

describe('a stack of modals', () => {
  beforeEach(async () => {
    app.shortcut('search', async ({ ack, client, shortcut }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: { ...form, external_id: 'form' } });
    });
    app.view('find', async ({ ack }) => ack({ response_action: 'push', view: form }));
    await app.start();
  });

  const push = () => slack.submit({ user: 'hanako', on: top(), values: { What: 'x' } });
  const top = () => {
    const view = slack.views('hanako').at(-1);
    if (!view) throw new Error('no modal is open');
    return view;
  };

  test('is three high and no more', async () => {
    await slack.shortcut({ user: 'hanako', callback: 'search' });
    await push();
    await push();
    await expect(push()).rejects.toThrow('push_limit_reached');
    expect(slack.views('hanako')).toHaveLength(3);
  });

  test('keeps what was typed when a view is updated, and refuses one that does not know the newest', async () => {
    await slack.shortcut({ user: 'hanako', callback: 'search' });
    const { id: view_id, hash } = top();
    slack.enter({ user: 'hanako', on: top(), field: 'What', value: 'typed' });
    await app.client.views.update({ view_id, hash, view: { ...form, title: plain('Newer') } });
    expect(top().values['q']?.['q']).toMatchObject({ value: 'typed' });
    const late = app.client.views.update({ view_id, hash, view: form });
    await expect(late).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
  });
});

describe('talking', () => {
  test('a mention in a thread is answered in that thread', async () => {
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'yes?', thread_ts: event.thread_ts ?? event.ts });
    });
    await app.start();
    const first = await slack.post({ user: 'ken', channel: 'general', text: 'good morning' });
    const answer = await slack.ask({
      user: 'hanako',
      channel: 'general',
      text: '@meetup 監視',
      thread: first,
    });
    expect(answer.message?.thread).toBe(first.ts);
  });

  test('every message, edit and deletion is told to an app that is there, and none to one that is not', async () => {
    const heard: string[] = [];
    app.message(async ({ message }) => {
      heard.push(message.subtype ?? 'plain');
    });
    app.event('message', async ({ event }) => {
      if (event.subtype) heard.push(event.subtype);
    });
    await app.start();
    const message = await slack.post({ user: 'ken', channel: 'general', text: 'one' });
    await slack.edit(message, 'two');
    await slack.erase(message);
    await slack.post({ user: 'ken', channel: 'random', text: 'hidden' });
    await slack.until(() => heard.includes('message_deleted'));
    expect(heard).toEqual(expect.arrayContaining(['plain', 'message_changed', 'message_deleted']));
    expect(heard.filter((kind) => kind === 'plain')).toHaveLength(1);
  });

  test('a link of ours is unfurled for everybody', async () => {
    app.event('link_shared', async ({ event, client }) => {
      const url = event.links[0]?.url ?? '';
      const blocks: KnownBlock[] = [{ type: 'section', text: plain('a report') }];
      await client.chat.unfurl({
        channel: event.channel,
        ts: event.message_ts,
        unfurls: { [url]: { blocks } },
      });
    });
    await app.start();
    await slack.post({ user: 'ken', channel: 'general', text: 'see https://www.example.org/reports/1?a&b' });
    await slack.until(() => slack.calls.some(({ method }) => method === 'chat.unfurl'));
    expect(slack.seenBy('hanako', 'general')[0]).toContain('▏ a report');
  });

  test('the Home tab shows what was published for that person', async () => {
    app.event('app_home_opened', async ({ event, client }) => {
      const view = { type: 'home', blocks: withButton(`hello ${event.user}`, 'More') } as const;
      await client.views.publish({ user_id: event.user, view });
    });
    app.action('more', async ({ ack, body, client }) => {
      await ack();
      await client.views.publish({
        user_id: body.user.id,
        view: { type: 'home', blocks: [{ type: 'divider' }] },
      });
    });
    await app.start();
    const home = await slack.openHome('hanako');
    expect(home.text).toBe('hello UHANAKO\n[More]');
    expect((await slack.press({ user: 'hanako', on: home, button: 'More' })).text).toBe('---');
    expect(slack.home('ken')).toBeNull();
  });

  test('a message has a menu with the shortcuts of the app', async () => {
    app.shortcut('collect', async ({ ack, respond, shortcut }) => {
      await ack();
      await respond(`collected ${'message' in shortcut ? shortcut.message.text : ''}`);
    });
    await app.start();
    const message = await slack.post({ user: 'ken', channel: 'general', text: 'worth keeping' });
    const answer = await slack.shortcut({ user: 'hanako', callback: 'collect', message });
    expect(answer.text).toBe('collected worth keeping');
  });
});

test('the transcript reads like the conversation', async () => {
  app.command('/meetup', async ({ ack }) => ack({ text: 'x', blocks: withButton('two talks', 'Share') }));
  app.action('share', async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'in_channel', text: 'two talks' });
  });
  await app.start();
  const answer = await slack.command({ user: 'hanako', channel: 'general', text: '監視' });
  await slack.press({ user: 'hanako', on: answer, button: 'Share' });
  expect(slack.transcript()).toBe(`#general hanako: /meetup 監視
#general meetup → hanako:
  two talks
  [Share]
#general hanako: [Share]
#general meetup: two talks
`);
  expect(slack.violations).toEqual([]);
});
