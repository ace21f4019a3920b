/** What Discord is sent for the main views over the project's own content, for a form and for a file: beside the tests, in both languages. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ComponentType } from 'discord.js';
import type { Component } from '../../../adapters/discord/compile.ts';
import { formResponse } from '../../../adapters/discord/form.ts';
import { outgoing } from '../../../adapters/discord/outgoing.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { say } from '../bot.ts';
import { eventNew } from './event-commands.ts';

const folder = join(import.meta.dirname, '../../golden/discord');

/** `GOLDEN=write npm test -- test/adapters/discord/golden` writes the files anew; read the difference before you commit it. */
const isWriting = process.env['GOLDEN'] === 'write';

const scenes: readonly (readonly [name: string, command: string, input: string])[] = [
  ['search', 'search', 'buildkit'],
  ['search-nothing', 'search', 'zzyzx'],
  ['search-filter', 'search', 'kubernetes tag:docker'],
  ['report', 'report', ''],
  ['report-contents', 'report', 'Docker Meetup Tokyo #6'],
  ['report-text', 'report', '"Docker Meetup Tokyo #6" page:1'],
  ['speaker', 'speaker', ''],
  ['speaker-one', 'speaker', 'zembutsu'],
  ['series', 'series', ''],
  ['upcoming', 'upcoming', ''],
  ['status', 'status', ''],
  ['help', 'help', ''],
  ['help-search', 'help', 'search'],
  ['start', 'start', ''],
];

/** What the file of that name holds; it is written anew where that is wanted. */
function golden(name: string, sent: string): string {
  const file = join(folder, name);
  if (isWriting) writeFileSync(file, sent);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Texts as they are sent, and below them what can be pressed. */
function drawn(component: Component): string {
  if (component.type === ComponentType.TextDisplay) return component.content;
  if (component.type === ComponentType.Separator) return '(rule)';
  if (component.type === ComponentType.File) return `(file: ${component.file.url})`;
  return component.components.map(({ label = '', custom_id: id }) => `(${label}: ${id})`).join(' ');
}

const json = (sent: object): string => `${JSON.stringify(sent, null, 2)}\n`;

describe.each(['ja', 'en'] as const)('what Discord is sent in %s', (locale) => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld(ownContent);
    mkdirSync(folder, { recursive: true });
  });
  afterAll(() => world.close());

  test.each(scenes)('%s', async (name, command, input) => {
    const view = await world.bot.answer(world.call(command, input, locale));
    const { components } = outgoing(view, locale).body;
    const sent = `${components.map(drawn).join('\n\n')}\n`;
    expect(sent).toBe(golden(`${name}.${locale}.txt`, sent));
    expect(view.failure).toBeUndefined();
  });

  test('a form with something in it', () => {
    const filled = { title: 'LT 大会', when: '来週の金曜 19時', details: '一行目\n二行目' };
    const sent = json(formResponse(eventNew, filled, locale));
    expect(sent).toBe(golden(`form.${locale}.json`, sent));
  });

  test('a file', () => {
    const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    const files = [{ name: 'docker-meetup.ics', type: 'text/calendar', text }];
    const sent = json(outgoing({ ...say('Docker Meetup'), files }, locale));
    expect(sent).toBe(golden(`file.${locale}.json`, sent));
  });
});
