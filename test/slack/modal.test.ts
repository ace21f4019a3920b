/** Modals, as the real Bolt opens, checks, stacks and updates them. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { openApp } from './bolt.ts';
import type { Slack } from './index.ts';
import { plain } from './sample.ts';

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
let close: () => Promise<void>;
beforeEach(async () => ({ slack, app, close } = await openApp()));
afterEach(() => close());

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
    await expect(nothing).rejects.toThrow('the simulator was stopped');
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
