/** Menus and buttons of a Home tab: what is chosen arrives, and what is not there can not be chosen. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { HomeView } from '@slack/types';
import { createApp } from './bolt.ts';
import type { Slack } from './index.ts';
import { startSlack } from './index.ts';
import { plain } from './sample.ts';

let slack: Slack;
let app: App;

beforeEach(async () => {
  slack = await startSlack();
  app = createApp(slack);
  await app.start();
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

describe('menus', () => {
  const home: HomeView = {
    type: 'home',
    blocks: [
      {
        type: 'actions',
        elements: [
          {
            type: 'static_select',
            action_id: 'language',
            placeholder: plain('Language'),
            options: ['ja', 'en'].map((value) => ({ text: plain(value.toUpperCase()), value })),
          },
          { type: 'button', action_id: 'page', text: plain('Page'), url: 'https://example.org/' },
          { type: 'overflow', action_id: 'more', options: [{ text: plain('Hide'), value: 'hide' }] },
          { type: 'button', action_id: 'one', text: plain('Read') },
          { type: 'button', action_id: 'two', text: plain('Read') },
        ],
      },
    ],
  };

  beforeEach(async () => {
    app.action(/.*/, async ({ ack, action, body, client }) => {
      await ack();
      const text = JSON.stringify('selected_option' in action ? action.selected_option : 'pressed');
      const chosen = { type: 'section', text: plain(text) } as const;
      await client.views.publish({ user_id: body.user.id, view: { ...home, blocks: [chosen] } });
    });
    await app.client.views.publish({ user_id: 'UKEN', view: home });
  });

  const seen = async () => {
    const view = slack.home('ken');
    if (!view) throw new Error('there is no Home tab');
    return view;
  };

  test('tell what was chosen', async () => {
    const answer = await slack.choose({ user: 'ken', on: await seen(), field: 'Language', value: 'JA' });
    expect(answer.text).toContain('"value":"ja"');
  });

  test('offer nothing that is not there', async () => {
    const on = await seen();
    expect(() => slack.choose({ user: 'ken', on, field: 'Language', value: 'FR' })).toThrow(
      'has no option FR',
    );
  });

  test('of three dots tell what was chosen, too', async () => {
    const answer = await slack.choose({ user: 'ken', on: await seen(), field: 'more', value: 'Hide' });
    expect(answer.text).toContain('"value":"hide"');
  });

  test('a button that leads elsewhere tells the app, and where it leads', async () => {
    expect(await slack.follow({ user: 'ken', on: await seen(), button: 'Page' })).toBe(
      'https://example.org/',
    );
    await slack.sees({ user: 'ken', text: 'pressed' });
    expect(slack.acknowledgements.at(-1)?.kind).toBe('interactive');
  });

  test('of two buttons of the same name one says which', async () => {
    const on = await seen();
    expect(() => slack.press({ user: 'ken', on, button: 'Read' })).toThrow('there are 2 [Read]');
    expect((await slack.press({ user: 'ken', on, button: 'Read', nth: 2 })).text).toBe('"pressed"');
  });

  test('suggest 100 options at most', async () => {
    const option = { text: plain('x'), value: 'x' };
    app.options('many', async ({ ack }) => ack({ options: Array.from({ length: 101 }, () => option) }));
    const element = { type: 'external_select', action_id: 'many', placeholder: plain('Many') } as const;
    await app.client.views.publish({
      user_id: 'UKEN',
      view: { ...home, blocks: [{ type: 'actions', elements: [element] }] },
    });
    expect(await slack.suggest({ user: 'ken', on: await seen(), field: 'Many', text: 'x' })).toEqual([]);
    expect(slack.violations).toMatchObject([{ where: 'block_suggestion', error: 'invalid_options' }]);
  });
});
