/** Forms and files in the playground, without a script. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Call, Next } from '../../../src/port.ts';
import { paragraph, root } from '../../../src/view/build.ts';
import { describeForms, formBot } from '../../contract/form.ts';
import type { FormRoom, SeenForm } from '../../contract/form.ts';
import { folderOf } from '../temporary-folder.ts';
import type { Form, Room, Shown } from './browsing.ts';
import { openPlayground } from './played.ts';
import type { Played } from './played.ts';
import { faultsOf } from './validator.ts';

const path = '/chat/direct?as=hanako&lang=en';

const newFile = (): string => join(folderOf({}), 'playground.db');

function lastOf({ messages }: Room): Shown {
  const message = messages.at(-1);
  if (message === undefined) throw new Error('the page shows nothing');
  return message;
}

function formOn({ form }: Shown): Form {
  if (form === null) throw new Error('there is no form');
  return form;
}

const buttonOn = ({ buttons }: Shown, label: string) => {
  const button = buttons.find((each) => each.label === label);
  if (button === undefined) throw new Error(`there is no button ${label}`);
  return button;
};

describeForms('the browser', async (): Promise<FormRoom> => {
  const { chat, close, say, press, fill } = await openPlayground({ file: newFile() });
  let shown: Shown;
  const keep = async (page: Promise<Room>): Promise<Shown> => (shown = lastOf(await page));
  const seen = ({ text, buttons }: Shown) => ({ text, buttons: buttons.map(({ label }) => label) });
  const seenForm = (message: Shown): SeenForm => ({
    title: message.text,
    fields: Object.fromEntries(
      formOn(message)
        .fields.filter(({ label }) => label !== '')
        .map(({ label, value }) => [label, value]),
    ),
  });
  return {
    chat: { ...chat, stop: close },
    place: { platform: 'web', workspace: 'playground', channel: 'direct-hanako', visibility: 'direct' },
    say: async (line) => seen(await keep(say(path, line))),
    open: async (line) => seenForm(await keep(say(path, line))),
    openBy: async (label) => seenForm(await keep(press(buttonOn(shown, label)))),
    send: async (values) => seen(await keep(fill(formOn(shown), values))),
  };
});

describe('a form in the playground', () => {
  let played: Played;
  let calls: Call[];
  let file: string;

  beforeEach(async () => {
    calls = [];
    file = newFile();
    played = await openPlayground({ file, bot: formBot(calls) });
  });
  afterEach(() => played.close());

  test('is seen by whoever opened it, and by nobody else', async () => {
    const general = await played.say('/chat/general?as=hanako&lang=en', '/meetup event new');
    expect(lastOf(general)).toMatchObject({ isPrivate: true, text: 'New event' });
    expect((await played.open('/chat/general?as=taro&lang=en')).html).not.toContain('New event');
    await played.fill(formOn(lastOf(general)), { 'What it is called': 'Docker Night' });
    expect(calls.at(-1)?.place).toMatchObject({ channel: 'general', visibility: 'public' });
  });

  test('works where the bot has been started anew', async () => {
    const form = formOn(lastOf(await played.say(path, 'event new')));
    await played.close();
    played = await openPlayground({ file, bot: formBot(calls) });
    const { messages } = await played.open(path);
    expect(messages.at(-1)?.form).toEqual(form);
    expect(lastOf(await played.fill(form, { 'What it is called': 'Docker Night' })).text).toBe(
      'Docker Night it is',
    );
  });

  test('is valid HTML, whatever stands in it', async () => {
    await played.say(path, 'event new');
    const { messages } = await played.say(path, 'edit');
    await played.press(buttonOn(messages.at(-1) as Shown, 'Change'));
    const again = await played.fill(formOn(lastOf(await played.open(path))), {
      'What it is called': 'wrong',
      'What it is about': '</textarea><script>alert(1)</script>\n\n"\u202e&amp;',
    });
    const page = await played.press(buttonOn(lastOf(again), 'Back to the form'));
    expect(await faultsOf(page.html, path)).toEqual([]);
    expect(page.html).not.toContain('<script>');
    expect(formOn(lastOf(page)).fields.at(-1)?.value).toBe('</textarea><script>alert(1)</script>\n\n"&amp;');
  });

  test('takes no more than a person types', async () => {
    const form = formOn(lastOf(await played.say(path, 'event new')));
    const { status, problem, field } = await played.fill(form, { 'What it is about': 'x'.repeat(4001) });
    expect([status, problem, field]).toEqual([400, expect.stringContaining('4000'), '']);
    expect(calls.filter(({ command }) => command === 'event-new')).toEqual([]);
  });

  test('of a command that has none is its own answer, which does nothing that was to be looked at', async () => {
    const next: Next = { label: 'Edit', command: 'search', input: 'edit', form: true };
    await played.chat.post(
      { platform: 'web', workspace: 'playground', channel: 'direct-hanako', visibility: 'direct' },
      { body: root(paragraph('old')), next: [next] },
      { key: 'old' },
    );
    await played.press(buttonOn(lastOf(await played.open(path)), 'Edit'));
    expect(calls.at(-1)).toMatchObject({ command: 'search', input: '' });
  });
});

describe('a file of an answer', () => {
  let played: Played;
  const ics = {
    name: 'docker-night.ics',
    type: 'text/calendar',
    text: 'BEGIN:VCALENDAR\r\nSUMMARY:監視\r\n',
  };

  beforeEach(async () => {
    const bot = formBot([]);
    const answer = async () => ({ body: root(paragraph('Docker Night')), next: [], files: [ics] });
    played = await openPlayground({ file: newFile(), bot: { ...bot, answer } });
  });
  afterEach(() => played.close());

  const get = (href: string) => fetch(`${played.base}${href}`);

  test('is a link to something that a browser keeps and does not show', async () => {
    const page = await played.say(path, 'anything');
    const [href = ''] = lastOf(page).files;
    const response = await get(href);
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(ics.text);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="docker-night.ics"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': 'no-store',
    });
    expect(await faultsOf(page.html, path)).toEqual([]);
  });

  test('is for nobody but whoever sees the answer', async () => {
    const [href = ''] = lastOf(await played.say('/chat/general?as=hanako&lang=en', '/meetup anything')).files;
    expect((await get(href)).status).toBe(200);
    for (const other of [
      href.replace('as=hanako', 'as=taro'),
      href.replace('general', 'direct'),
      href.replace('docker-night', 'other'),
      href.replace(/\d{5,}/, 'NaN'),
    ])
      expect([other, (await get(other)).status]).toEqual([other, 404]);
  });

  test('comes with what the bot posts, and is another once that is edited', async () => {
    const place = {
      platform: 'web',
      workspace: 'playground',
      channel: 'general',
      visibility: 'public',
    } as const;
    const view = { body: root(paragraph('Docker Night')), next: [], files: [ics] };
    const posted = await played.chat.post(place, view, { key: 'event/1' });
    if (posted.status !== 'posted') throw new Error(posted.status);
    const general = '/chat/general?as=taro&lang=en';
    const [href = ''] = lastOf(await played.open(general)).files;
    await played.chat.edit(posted.ref, { ...view, files: [{ ...ics, text: 'moved' }] });
    expect(await (await get(href)).text()).toBe('moved');
    await played.chat.edit(posted.ref, { body: view.body, next: [] });
    expect(lastOf(await played.open(general)).files).toEqual([]);
  });
});
