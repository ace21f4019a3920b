import { describe, expect, test } from '@jest/globals';
import type { Remark } from '../../src/port.ts';
import { select } from '../../src/note/select.ts';
import type { Rules, Selection } from '../../src/note/select.ts';
import { paragraph, root, text } from '../../src/view/build.ts';
import { viewText } from '../../src/view/text.ts';
import { author, remark } from './conversation.ts';

const rules: Rules = {
  platform: 'slack',
  policy: 'told',
  by: 'U1',
  consents: [],
  isForgotten: () => false,
  names: 'shown',
  programs: [],
  people: [],
  left: [],
  locale: 'en',
};

const hanako = author('U1', 'hanako');
const ken = author('U2', 'ken');

const said = (id: string, by: Remark['author'], facts: Partial<Remark> = {}): Remark =>
  remark({ id, author: by, body: root(paragraph(`Words of ${id}`)), ...facts });

const both = [said('M1', hanako), said('M2', ken)];

const consent = (id: string, facts: Partial<Rules['consents'][number]>): Rules['consents'] => [
  { who: { platform: 'slack', id }, says: null, name: null, ...facts },
];

const keptOf = ({ entries }: Selection): readonly string[] => entries.map(({ id }) => id);
const names = (remarks: readonly Remark[], more: Partial<Rules> = {}): readonly (string | null)[] =>
  select(remarks, { ...rules, ...more }).entries.map((entry) => entry.author);

describe('whose words are kept', () => {
  test.each([
    ['told', null, ['M1', 'M2'], []],
    ['told', 'no', ['M1'], [{ id: 'M2', reason: 'opted-out' }]],
    ['agreed', null, ['M1'], [{ id: 'M2', reason: 'not-agreed' }]],
    ['agreed', 'yes', ['M1', 'M2'], []],
    ['agreed', 'no', ['M1'], [{ id: 'M2', reason: 'opted-out' }]],
    ['own', 'yes', ['M1'], [{ id: 'M2', reason: 'not-own' }]],
  ] as const)('where the policy is %s, and the other one says %s: %j', (policy, says, kept, dropped) => {
    const selection = select(both, { ...rules, policy, consents: consent('U2', { says }) });
    expect(keptOf(selection)).toEqual(kept);
    expect(selection.dropped).toEqual(dropped);
    expect(selection.withheld).toBe(dropped.length);
  });

  test('who collects may still say no', () => {
    const selection = select(both, { ...rules, policy: 'own', consents: consent('U1', { says: 'no' }) });
    expect(keptOf(selection)).toEqual([]);
  });

  test('what somebody says on another platform counts there', () => {
    const elsewhere = [{ who: { platform: 'discord', id: 'U2' }, says: 'no' as const, name: 'x' }];
    expect(names(both, { consents: elsewhere })).toEqual(['hanako', 'ken']);
  });

  test('who is forgotten stays out, whatever they said', () => {
    const isForgotten: Rules['isForgotten'] = ({ id }) => id === 'U2';
    const selection = select(both, { ...rules, isForgotten, consents: consent('U2', { says: 'yes' }) });
    expect(selection.dropped).toEqual([{ id: 'M2', reason: 'opted-out' }]);
  });

  test('programs only where they are named, and under their own name', () => {
    const bots = [said('M1', author('B1', 'deploy'), { isProgram: true })];
    expect(select(bots, rules).dropped).toEqual([{ id: 'M1', reason: 'program' }]);
    expect(names(bots, { programs: ['deploy'] })).toEqual(['deploy']);
    expect(select(bots, { ...rules, programs: ['deploy'] }).authors).toEqual([]);
  });

  test('what is left out by hand, or has no words and no file, is not kept and not withheld', () => {
    const silent = said('M3', ken, { body: root() });
    const selection = select([...both, silent], { ...rules, left: ['M2'] });
    expect(selection.dropped).toEqual([
      { id: 'M2', reason: 'unticked' },
      { id: 'M3', reason: 'empty' },
    ]);
    expect(selection.withheld).toBe(0);
  });

  test('everyone who wrote is listed, as they are called in the chat, with what they said', () => {
    const { authors } = select([...both, said('M3', ken)], {
      ...rules,
      consents: consent('U2', { says: 'no', name: 'K' }),
    });
    expect(authors).toEqual([
      { id: 'U1', name: 'hanako', says: 'yes', messages: 1 },
      { id: 'U2', name: 'ken', says: 'no', messages: 2 },
    ]);
  });
});

describe('words of another message', () => {
  const quoting = (of: string | null, by: Remark['author'] | null): Remark =>
    said('M9', hanako, { quotes: [{ author: by, remark: of, body: root(paragraph('Quoted')) }] });
  const quotesIn = (
    remarks: readonly Remark[],
    more: Partial<Rules> = {},
  ): Selection['entries'][0]['quotes'] =>
    select(remarks, { ...rules, ...more }).entries.find(({ id }) => id === 'M9')?.quotes ?? [];

  test('are kept with who said them, and which message they are of', () => {
    expect(quotesIn([...both, quoting('M2', ken)])).toEqual([
      { author: 'ken', of: 'M2', body: root(paragraph('Quoted')) },
    ]);
  });

  test('are of no message where that is none of these', () => {
    expect(quotesIn([quoting('M7', ken)])).toMatchObject([{ of: null }]);
  });

  test.each([
    ['of somebody who said no', 'M7', ken, { consents: consent('U2', { says: 'no' }) }],
    ['of somebody who did not agree', 'M7', ken, { policy: 'agreed' }],
    ['of nobody knows whom, where people are asked', null, null, { policy: 'agreed' }],
    ['of a message that was left out by hand', 'M2', ken, { left: ['M2'] }],
  ] as const)('are not kept %s', (_, of, by, more) => {
    expect(quotesIn([...both, quoting(of, by)], more)).toEqual([]);
  });

  test('are kept where everyone is told and nobody knows whose they are', () => {
    expect(quotesIn([quoting(null, null)])).toMatchObject([{ author: null }]);
  });

  test('of a program are kept only where its message is', () => {
    const bot = author('B1', 'deploy');
    const remarks = [said('M1', bot, { isProgram: true }), quoting('M1', bot)];
    expect(quotesIn(remarks)).toEqual([]);
    expect(quotesIn(remarks, { policy: 'agreed', programs: ['deploy'] })).toHaveLength(1);
  });

  test('that are not kept leave nothing of a message that only passed them on', () => {
    const forward = { ...quoting('M7', ken), body: root() };
    const selection = select([forward], { ...rules, consents: consent('U2', { says: 'no' }) });
    expect(selection.dropped).toEqual([{ id: 'M9', reason: 'empty' }]);
  });
});

describe('what people are called', () => {
  const named = (...all: readonly string[]): readonly Remark[] =>
    all.map((name, index) => said(`M${index}`, author(`U${index}`, name)));

  test.each([
    ['shown', ['Hanako Yamada', '山田 花子'], ['Hanako Yamada', '山田 花子']],
    ['initials', ['Hanako Yamada', '山田 花子', 'ken', 'はなこ'], ['H. Y.', '山', 'K.', 'は']],
    ['none', ['Hanako Yamada'], [null]],
  ] as const)('by the community: %s', (policy, shown, called) => {
    expect(names(named(...shown), { names: policy })).toEqual(called);
  });

  test('as they want to be, or by no name', () => {
    expect(names(both, { consents: consent('U2', { name: 'K.' }), names: 'none' })).toEqual([null, 'K.']);
    expect(names(both, { consents: consent('U2', { name: '' }) })).toEqual(['hanako', null]);
  });

  test('apart, where two have one name, in the order in which they appear', () => {
    expect(names([...named('花子', '花子', '花子 (2)'), said('M9', author('U1', '花子'))])).toEqual([
      '花子',
      '花子 (2)',
      '花子 (2) (2)',
      '花子 (2)',
    ]);
  });

  test('on one line, without signs that turn text around', () => {
    expect(names(named('ken\u202e\n  x'))).toEqual(['ken x']);
  });

  test('by no name, where the community hides them', () => {
    expect(names(both, { people: [{ names: ['Ken'], hidden: true }] })).toEqual(['hanako', null]);
  });
});

describe('somebody who is named in a message', () => {
  const mention = root(paragraph({ ...text('@ken'), data: { person: 'U2' } }, ' said so'));
  const spoken = (more: Partial<Rules>): string => {
    const [entry] = select([said('M1', hanako, { body: mention })], { ...rules, ...more }).entries;
    expect(JSON.stringify(entry)).not.toMatch(/U2|person/u);
    return viewText(entry?.body ?? root(), 'en');
  };

  test.each([
    ['as they are shown', {}, '@ken said so'],
    ['as they want to be', { consents: consent('U2', { name: 'K.' }) }, '@K. said so'],
    ['as somebody, where they want no name', { consents: consent('U2', { name: '' }) }, '@somebody said so'],
    ['as somebody, where they said no', { consents: consent('U2', { says: 'no' }) }, '@somebody said so'],
    ['as somebody, where they did not agree', { policy: 'agreed' }, '@somebody said so'],
    ['as somebody, where only own words are kept', { policy: 'own' }, '@somebody said so'],
    [
      'as somebody, where the community hides them',
      { people: [{ names: ['ken'], hidden: true }] },
      '@somebody said so',
    ],
    ['in the language of the community', { policy: 'agreed', locale: 'ja' }, '@匿名 said so'],
  ] as const)('is called %s', (_, more, expected) => {
    expect(spoken(more)).toBe(expected);
  });
});
