/** The real bot over the sample reports at a fixed time, in a simulated chat, for pictures. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createFiles, createOwnFiles } from '../../adapters/files/index.ts';
import { hash } from '../../adapters/hash/index.ts';
import { measure as discordMeasure } from '../../adapters/discord/index.ts';
import { measure as slackMeasure } from '../../adapters/slack/index.ts';
import { createSqliteIndex, createSqliteState } from '../../adapters/sqlite/index.ts';
import { createCommunity } from '../../src/community.ts';
import { createLibrary, indexVersion } from '../../src/library.ts';
import type { Joined, Surroundings } from '../../src/port.ts';
import { surroundingsOf } from '../adapters/surroundings.ts';
import { ownContent, silentLog } from '../world.ts';

/** A Sunday noon in Tokyo. */
export const noon = new Date('2026-11-22T03:00:00Z');

/** A week in which something happened: as it would stand in a community's folder. */
const news: Readonly<Record<string, string>> = {
  'reports/2025-11-19-hatoba-night-7.md':
    '---\ntitle: 波止場ナイト #7\ndate: 2025-11-19\n---\n\n## LT1『はじめての BuildKit』 by @hanako\n\n層の話。\n\n[スライド](https://speakerdeck.com/hanako/buildkit)\n\n## LT2『ログを読む』 by @ken\n',
  'reports/2026-11-18-hatoba-night-12.md':
    '---\ntitle: 波止場ナイト #12\ndate: 2026-11-18\n---\n\n## LT1『小さなイメージの作り方』 by @hanako\n\n[スライド](https://speakerdeck.com/hanako/small-images)\n\n## LT2『ログから始める運用』 by @ken\n\n## LT3『nerdctl の今』 by @yui\n',
  'events/2026-12-02-hatoba-night-13.md':
    '---\ntitle: 波止場ナイト #13\nstart: 2026-12-02 19:00\nend: 2026-12-02 21:00\nplace: 波止場コワーキング\nurl: https://example.org/hatoba/night-13\ntalks:\n  - { title: BuildKit のキャッシュを共有する, speakers: [yui], minutes: 20 }\n  - { title: LT枠（募集中）, minutes: 5 }\n---\n',
};

export interface Joining {
  /** The bot does what it does of its own accord. */
  readonly round: () => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** Lets the bot join. */
export async function joined(create: (given: Surroundings) => Promise<Joined>): Promise<Joining> {
  const folder = folderWith(news);
  const index = createSqliteIndex({ path: ':memory:', version: indexVersion('picture') });
  const now = (): Date => noon;
  const own = createOwnFiles(folder);
  const library = createLibrary({ content: createFiles(folder), own, index, hash, now, pages: null });
  await library.sync();
  const state = createSqliteState(':memory:');
  const measures = { slack: async () => slackMeasure, discord: async () => discordMeasure };
  const parts = { library, state, measures, hiddenPages: null, pages: null, calendars: [], now };
  const { bot, round } = createCommunity({ ...parts, hash, log: silentLog, newId: () => 'abcdefghij' });
  const failed = (reason: Error): never => {
    throw reason;
  };
  const settings = () => library.settings();
  const chat = await create(surroundingsOf({ state, settings, log: silentLog, now, failed }));
  await chat.start(bot);
  const go = round?.([chat]);
  return {
    round: async () => go?.(new AbortController().signal),
    leave: async () => {
      await chat.stop();
      await state.close();
      index.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'meetup-picture-'));
  cpSync(ownContent, folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
