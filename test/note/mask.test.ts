import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { PhrasingContent, RootContent } from 'mdast';
import { findSecrets, masked } from '../../src/note/mask.ts';
import { secretsIn } from '../../src/note/secret.ts';
import { bullets, code, item, link, paragraph, root, strong, text } from '../../src/view/build.ts';
import { anyTree } from '../any-tree.ts';
import { entry } from './conversation.ts';

describe('what is masked', () => {
  test('is a word in brackets, and all around it is as it was', () => {
    const before = entry({
      body: root(paragraph('Write to a@docker.jp or ', code('password=hunter2'), '!')),
    });
    expect(masked([before], 'en')).toEqual([
      entry({
        body: root(paragraph('Write to [an e-mail address] or ', code('password=[a password]'), '!')),
      }),
    ]);
  });

  test('leaves a link without its address', () => {
    const mail = entry({ body: root(paragraph(link('mailto:a@docker.jp', 'Hanako'))) });
    expect(masked([mail], 'ja')).toEqual([
      entry({
        body: root({
          type: 'paragraph',
          children: [{ type: 'emphasis', children: [text('Hanako')] }],
        }),
      }),
    ]);
  });

  test('is gone from quotes and from names of files', () => {
    const message = entry({
      quotes: [{ author: 'ken', of: null, body: root(paragraph('03-1234-5678')) }],
      files: [{ name: 'a@docker.jp.png', path: null, isImage: true }],
    });
    const [after] = masked([message], 'en');
    expect(after?.quotes[0]?.body).toEqual(root(paragraph('[a phone number]')));
    expect(after?.files[0]?.name).toBe('[an e-mail address]');
  });
});

describe('what stands in several nodes', () => {
  const after = (...blocks: readonly RootContent[]): unknown =>
    masked([entry({ body: root(...blocks) })], 'en')[0]?.body;
  const before = '-----BEGIN PRIVATE KEY-----';

  test('is masked where a label has its value beside it', () => {
    expect(after(paragraph(strong('Password:'), ' ', code('hunter2'), ', as ever'))).toEqual(
      root(paragraph(strong('Password:'), ' ', code('[a password]'), ', as ever')),
    );
  });

  test('is masked where the value is code below the label, and a program is left alone', () => {
    expect(after(paragraph('パスワード：'), { type: 'code', value: 'hunter2' })).toEqual(
      root(paragraph('パスワード：'), { type: 'code', value: '[a password]' }),
    );
    const program = root(paragraph('Set the password:'), { type: 'code', value: 'docker login -u ken' });
    expect(after(...program.children)).toEqual(program);
  });

  test('is masked where it has many lines, breaks and all', () => {
    expect(
      after(
        paragraph(
          'x ',
          before,
          { type: 'break' },
          'MIIEvQ',
          { type: 'break' },
          '-----END PRIVATE KEY-----',
          ' y',
        ),
      ),
    ).toEqual(root(paragraph('x ', '[a private key]', ' y')));
    expect(
      after(
        paragraph(before),
        bullets([item(paragraph('MIIEvQ')), item(paragraph('-----END PRIVATE KEY-----'))]),
      ),
    ).toEqual(root(paragraph('[a private key]')));
  });

  test('is shown by its beginning', () => {
    const found = findSecrets([entry({ id: 'M1', body: root(paragraph('password: ', code('hunter2'))) })]);
    expect(found).toEqual([{ kind: 'password', id: 'M1', hint: 'hunt…' }]);
  });
});

/** In two parts, so that nobody who looks for secrets finds it. */
const token = ['xoxb', '123456789012'].join('-');

const said = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        token,
        'password: ',
        'パスワード：',
        'hunter2',
        'https://a:',
        '@docker.jp',
        'a@docker.jp',
      ),
      fc.constantFrom('03-1234-5678', ' ', '\n', ':', '[', ']', '(', '+81 90 1234 5678', '-', '「'),
      fc.constantFrom('-----BEGIN PRIVATE KEY-----', '-----END PRIVATE KEY-----'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** The same words in one node or in several. */
const inPieces = (words: readonly string[]): fc.Arbitrary<readonly PhrasingContent[]> =>
  fc.tuple(
    ...words.map((word) =>
      fc.constantFrom<PhrasingContent>(text(word), code(word), strong(word), { type: 'break' }),
    ),
  );

test.each(['ja', 'en'] as const)('nothing is left to find in what was masked, in %s', (locale) => {
  fc.assert(
    fc.property(said, (words) => {
      const after = masked([entry({ body: root(paragraph(words)) })], locale);
      expect(findSecrets(after)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('nothing is left to find in what stood in several nodes', () => {
  fc.assert(
    fc.property(
      fc.array(said, { minLength: 1, maxLength: 5 }).chain(inPieces),
      fc.array(said, { minLength: 1, maxLength: 3 }).chain(inPieces),
      (one, other) => {
        const before = entry({ body: root(paragraph(...one), paragraph(...other)) });
        expect(findSecrets(masked([before], 'ja'))).toEqual([]);
      },
    ),
    { numRuns: 3000 },
  );
});

test('what has no secret is as it was', () => {
  fc.assert(
    fc.property(anyTree, (body) => {
      const before = entry({ body });
      fc.pre(findSecrets([before]).length === 0);
      expect(masked([before], 'ja')).toEqual([before]);
    }),
  );
});

test('what stands between secrets is as it was', () => {
  fc.assert(
    fc.property(said, (words) => {
      const found = secretsIn(words);
      const between = [0, ...found.map(({ to }) => to)].map((from, index) =>
        words.slice(from, found[index]?.from),
      );
      const [after] = masked([entry({ body: root({ type: 'code', value: words }) })], 'en');
      const [block] = after?.body.children ?? [];
      const value = block?.type === 'code' ? block.value : '';
      expect(between.every((part) => value.includes(part))).toBe(true);
      expect(value.length).toBeGreaterThanOrEqual(between.join('').length);
    }),
  );
});
