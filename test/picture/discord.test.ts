/** The pictures of Discord: they leave nothing out, and show what Discord's client would make of the text. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toHtml } from 'hast-util-to-html';
import { outgoing } from '../../adapters/discord/outgoing.ts';
import type { Component } from '../discord/component.ts';
import type { Discord } from '../discord/index.ts';
import { startDiscord } from '../discord/index.ts';
import { renderComponent } from '../discord/render/component.ts';
import { openWorld, ownContent } from '../world.ts';
import type { OpenWorld } from '../world.ts';
import { drawComponents } from './discord-component.ts';
import { drawText } from './discord-text.ts';
import { drawChannel, drawTyping } from './discord-window.ts';
import { element } from './element.ts';

const same = (text: string): string => text;

const htmlOf = (components: readonly Component[]): string =>
  toHtml(element('main', ...drawComponents(components, same)));

const htmlOfText = (text: string): string => toHtml(drawText(text, same));

const wordsIn = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];

describe('a picture of what the bot sends', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld(ownContent);
  });
  afterAll(() => world.close());

  test.each([
    ['search', 'buildkit'],
    ['search', 'docker'],
    ['report', '"Docker Meetup Tokyo #6" page:1'],
    ['speaker', 'zembutsu'],
    ['upcoming', ''],
    ['status', ''],
    ['help', 'search'],
    ['start', ''],
  ])('for %s %s says every word of it', async (command, input) => {
    const view = await world.bot.answer(world.call(command, input));
    const components = outgoing(view, 'en').body.components as readonly Component[];
    const drawn = htmlOf(components).replaceAll(/<[^>]+>/g, '');
    const read = components.flatMap((one) => renderComponent(one, same)).join('\n');
    const shown = read.replaceAll(/\]\([^)]*\)|<\S+>/g, '');
    expect(wordsIn(shown).length).toBeGreaterThan(2);
    expect(wordsIn(shown).filter((word) => !drawn.includes(word))).toEqual([]);
  });
});

describe('text', () => {
  test.each([
    ['**a *b* c** ~~d~~ __e__', '<p><strong>a <em>b</em> c</strong> <s>d</s> <u>e</u></p>'],
    ['これは**太字**です', '<p>これは<strong>太字</strong>です</p>'],
    ['\\*a\\* `b *c*` ``d`e``', '<p>*a* <code>b *c*</code> <code>d`e</code></p>'],
    ['[**a** b](https://example.org/)', '<p><a><strong>a</strong> b</a></p>'],
    ['<https://example.org/>', '<p><a>https://example.org/</a></p>'],
    ['<@1> <t:0:F>', '<p><span class="mention">&#x3C;@1></span> <span class="date">&#x3C;t:0:F></span></p>'],
    ['# a\n### b\n-# c\nd\n\ne', '<h1>a</h1><h3>b</h3><small>c</small><p>d\n\ne</p>'],
    ['> a\n> - b\nc', '<blockquote><p>a</p><ul><li>b</li></ul></blockquote><p>c</p>'],
    ['```ts\na **b**\n```\nc', '<pre>a **b**</pre><p>c</p>'],
    [
      '3. a\n   b\n4. c\n   - d\n   - e\n5. f',
      '<ol start="3"><li>a\nb</li><li>c<ul><li>d</li><li>e</li></ul></li><li>f</li></ol>',
    ],
  ])('%j is %s', (text, html) => {
    expect(htmlOfText(text)).toBe(html);
  });

  test('shows mark-up of another kind as the text that it is', () => {
    expect(htmlOfText('<img src=x onerror=alert(1)>')).toBe('<p>&#x3C;img src=x onerror=alert(1)></p>');
  });

  test('of which a part was drawn by nobody yet is no picture', () => {
    expect(() => htmlOfText('a ||b||')).toThrow('spoiler can not be drawn yet');
    expect(() => htmlOfText('<:hatoba:1>')).toThrow('emoji can not be drawn yet');
  });
});

describe('components', () => {
  const text = (content: string): Component => ({ type: 10, content });
  const button: Component = { type: 2, label: 'Go' };

  test('stand in one another', () => {
    const inside = [text('a'), { type: 14 }, { type: 9, components: [text('b')], accessory: button }];
    expect(
      htmlOf([
        { type: 17, components: inside },
        { type: 1, components: [button] },
      ]),
    ).toBe(
      '<main><div class="container"><p>a</p><hr>' +
        '<div class="section"><div><p>b</p></div><span class="button">Go</span></div></div>' +
        '<div class="actions"><span class="button">Go</span></div></main>',
    );
  });

  test('that nobody has drawn yet are no picture', () => {
    expect(() => htmlOf([{ type: 12 }])).toThrow('a component of type 12 can not be drawn yet');
  });
});

describe('what somebody sees', () => {
  let discord: Discord;
  beforeAll(async () => {
    discord = await startDiscord();
  });
  afterAll(() => discord.stop());

  test('of a reply says what it answers, and names are names', async () => {
    const said = await discord.post({ user: 'ken', channel: 'general', text: 'first' });
    await discord.post({ user: 'hanako', channel: 'general', text: 'yes, @ken', replyTo: said });
    const eyes = { locale: 'en-US', zone: 'UTC', state: discord.state };
    const html = toHtml(drawChannel('# general', discord.messages('general'), eyes));
    expect(html).toContain('<p class="used">↱ @ken first</p>');
    expect(html).toContain('yes, <span class="mention">@ken</span>');
  });

  test('of a command that is being typed is what is offered for it', () => {
    const typing = { user: 'ken', channel: 'general', name: 'meetup search', option: 'text' };
    const choices = [{ name: 'kubernetes (tag)', value: 'tag:kubernetes' }];
    const html = toHtml(drawTyping('# general', { ...typing, options: { text: 'ku' } }, choices));
    expect(html).toContain('<div class="first">kubernetes (tag)</div>');
    expect(html).toContain('<b>/meetup search</b><span class="option">text: ku</span>');
  });
});
