/** What Discord is sent for the main views over the project's own content, as text beside the tests, in both languages. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ComponentType } from 'discord.js';
import type { Component } from '../../../adapters/discord/compile.ts';
import { outgoing } from '../../../adapters/discord/outgoing.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';

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

/** Texts as they are sent, and below them what can be pressed. */
function drawn(component: Component): string {
  if (component.type === ComponentType.TextDisplay) return component.content;
  if (component.type === ComponentType.Separator) return '(rule)';
  return component.components.map(({ label = '', custom_id: id }) => `(${label}: ${id})`).join(' ');
}

describe.each(['ja', 'en'] as const)('what Discord is sent in %s', (locale) => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld(ownContent);
    mkdirSync(folder, { recursive: true });
  });
  afterAll(() => world.close());

  test.each(scenes)('%s', async (name, command, input) => {
    const view = await world.bot.answer(world.call(command, input, locale));
    const { components } = outgoing(view, locale);
    const sent = `${components.map(drawn).join('\n\n')}\n`;
    const file = join(folder, `${name}.${locale}.txt`);
    if (isWriting) writeFileSync(file, sent);
    expect(sent).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    expect(view.failure).toBeUndefined();
  });
});
