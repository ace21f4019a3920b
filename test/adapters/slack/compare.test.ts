import { describe, expect, test } from '@jest/globals';
import {
  assert,
  boolean,
  dictionary,
  integer,
  oneof,
  property,
  record,
  string,
  uniqueArray,
} from 'fast-check';
import { stringify } from 'yaml';
import { compareManifest } from '../../../adapters/slack/setup/compare.ts';
import { createManifest } from '../../../adapters/slack/setup/manifest.ts';
import { appRequest } from '../request.ts';

const asked = createManifest(appRequest({ pages: ['https://meetup.example.org'] }));

/** What differs in a copy in which something was changed. */
const after = (change: (copy: typeof asked) => unknown): string[] => {
  const copy = structuredClone(asked);
  change(copy);
  return compareManifest(JSON.stringify(copy), asked).map(({ kind, path }) => `${kind} ${path}`);
};

describe('comparing manifests', () => {
  test('finds nothing where nothing differs, in JSON and in YAML', () => {
    expect(compareManifest(JSON.stringify(asked), asked)).toEqual([]);
    expect(compareManifest(stringify(asked), asked)).toEqual([]);
  });

  test('names a scope that is missing, and one that is added', () => {
    expect(after(({ oauth_config: o }) => o?.scopes?.bot?.splice(1, 1, 'pins:read'))).toEqual([
      'missing oauth_config.scopes.bot.chat:write',
      'added oauth_config.scopes.bot.pins:read',
    ]);
  });

  test('names what is different, with both values', () => {
    const copy = structuredClone(asked);
    copy.display_information.name = 'hatoba';
    expect(compareManifest(JSON.stringify(copy), asked)).toEqual([
      { kind: 'different', path: 'display_information.name', saved: 'hatoba', asked: 'meetup' },
    ]);
  });

  test('tells commands and shortcuts by their ids, wherever they stand', () => {
    expect(after(({ features }) => features?.shortcuts?.push(...features.shortcuts.splice(0, 1)))).toEqual(
      [],
    );
    expect(after(({ features }) => features?.shortcuts?.pop())).toEqual([
      'missing features.shortcuts.collect',
    ]);
    expect(
      after(({ features }) =>
        features?.slash_commands?.splice(0, 1, { command: '/other', description: 'x' }),
      ),
    ).toEqual(['missing features.slash_commands./meetup', 'added features.slash_commands./other']);
  });

  test('counts a whole part once', () => {
    expect(after((copy) => delete copy.settings)).toEqual(['missing settings']);
  });

  test('does not mind switches that are off and not mentioned, which Slack adds to what it exports', () => {
    expect(after(({ settings }) => Object.assign(settings ?? {}, { is_mcp_enabled: false }))).toEqual([]);
    expect(after(({ settings }) => delete settings?.org_deploy_enabled)).toEqual([]);
    expect(after(({ settings }) => Object.assign(settings ?? {}, { is_mcp_enabled: true }))).toEqual([
      'added settings.is_mcp_enabled',
    ]);
  });

  test.each(['', 'hello', '[]', '{"a":1}', '{"display_information":', 'a: b: c', '- x\n y'])(
    'refuses %j, which is no manifest',
    (text) => {
      expect(() => compareManifest(text, asked)).toThrow(
        expect.objectContaining({ code: 'manifest-unreadable' }),
      );
    },
  );

  test('finds what one has and the other lacks, both ways round', () => {
    const manifest = record({
      display_information: record({ name: string() }),
      settings: dictionary(string(), oneof(string(), boolean(), integer())),
      list: uniqueArray(string()),
    });
    const mirror = { missing: 'added', added: 'missing', different: 'different' } as const;
    assert(
      property(manifest, manifest, (one, other) => {
        const there = compareManifest(JSON.stringify(one), other);
        const back = compareManifest(JSON.stringify(other), one);
        const told = (all: typeof there): string[] =>
          all.map(({ kind, path }) => `${kind} ${path}`).toSorted();
        expect(told(there.map((each) => ({ ...each, kind: mirror[each.kind] })))).toEqual(told(back));
        expect(compareManifest(JSON.stringify(one), one)).toEqual([]);
      }),
    );
  });
});
