/** What Slack is sent for the main views over the project's own content, as JSON beside the tests, in both languages. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compile } from '../../../adapters/slack/compile.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';

const folder = join(import.meta.dirname, '../../golden/slack');

/** `GOLDEN=write npm test -- test/adapters/slack/golden` writes the files anew; read the difference before you commit it. */
const isWriting = process.env['GOLDEN'] === 'write';

const scenes: readonly (readonly [name: string, command: string, input: string])[] = [
  ['search', 'search', 'buildkit'],
  ['search-nothing', 'search', 'zzyzx'],
  ['report', 'report', ''],
  ['report-contents', 'report', 'Docker Meetup Tokyo #6'],
  ['report-text', 'report', '"Docker Meetup Tokyo #6" page:1'],
  ['upcoming', 'upcoming', ''],
  ['help', 'help', ''],
  ['help-search', 'help', 'search'],
  ['start', 'start', ''],
];

describe.each(['ja', 'en'] as const)('what Slack is sent in %s', (locale) => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld(ownContent);
    mkdirSync(folder, { recursive: true });
  });
  afterAll(() => world.close());

  test.each(scenes)('%s', async (name, command, input) => {
    const view = await world.bot.answer(world.call(command, input, locale));
    const sent = `${JSON.stringify(compile(view, { locale }), null, 1)}\n`;
    const file = join(folder, `${name}.${locale}.json`);
    if (isWriting) writeFileSync(file, sent);
    expect(sent).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
    expect(view.failure).toBeUndefined();
  });
});
