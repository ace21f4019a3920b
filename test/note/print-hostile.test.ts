/** Words that are built to mean something to what reads the file: parsers of front matter, site generators, the bot itself. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Liquid } from 'liquidjs';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { plainText } from '../../src/content/plain.ts';
import { readTree } from '../../src/content/tree.ts';
import { markersIn } from '../../src/content/note-marker.ts';
import { code, paragraph, root } from '../../src/view/build.ts';
import { hostileWords } from './any-said.ts';
import { fileOf, line, readFile, turns } from './said.ts';

const templates = [
  '{% include "secret.txt" %}',
  '{% include secret.txt %}',
  '{% render "secret.txt" %}',
  '{{ site.github }}',
  '{{ "secret" | upcase | upper }}',
  '{%raw%}',
  '{% endraw %}',
  '{%- assign x = 1 -%}',
  '{{< readfile "secret.txt" >}}',
  '{{% x %}}',
  '{# gone #}',
  '{#',
  '{{',
  '{%',
  '{ { x } }',
  String.raw`\{{ site.github }}`,
  String.raw`\\{{ site.github }}`,
  '&#123;&#123; site.github }}',
];

/** Said as words, as code among words, and as code of its own, by someone of that name, below a talk of that name. */
const everywhere = (said: string) => {
  const body = root(
    paragraph(said, ' x ', code(said), ' x'),
    { type: 'code', lang: 'js', value: `${said}\n\n${said}` },
    { type: 'blockquote', children: [{ type: 'code', value: said }] },
  );
  const files = [{ name: said, path: 'assets/ab12cd34ef.png', isImage: true }];
  return {
    entries: [line(said, 0, `LT1: 『${said}』 by ken`), line('ken', 1, { body, files })],
    heading: said,
  };
};

const bodyOf = (file: string): string => readFrontMatter(file).body;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
  writeFileSync(join(folder, 'secret.txt'), 'SECRET');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Nunjucks {
  readonly Environment: new (
    loader: object,
    options: object,
  ) => {
    readonly renderString: (text: string, data: object) => string;
  };
  readonly FileSystemLoader: new (folder: string) => object;
}

const scope = { site: { github: 'SECRET', title: 'SECRET', x: 'SECRET' } };

type Engine = readonly [name: string, render: (text: string) => string];

const engines: readonly Engine[] = [
  ['Liquid', (text) => new Liquid({ root: folder, extname: '' }).parseAndRenderSync(text, scope) as string],
  [
    'Nunjucks',
    (text) => {
      const { Environment, FileSystemLoader } = createRequire(import.meta.url)('nunjucks') as Nunjucks;
      return new Environment(new FileSystemLoader(folder), { autoescape: false }).renderString(text, scope);
    },
  ],
];

describe.each(engines)('%s', (_name, render) => {
  test('runs what stands in a file that the bot did not write', () => {
    expect(render('{{ site.github }} {% include "secret.txt" %}')).toBe('SECRET SECRET');
  });

  test.each(templates)('finds nothing to run where people said %s', (said) => {
    const body = bodyOf(fileOf(everywhere(said)));
    expect(render(body)).toBe(body);
  });

  test('shows what people said', () => {
    const said = templates.filter((each) => !each.includes('&')).join(' ');
    const rendered = render(bodyOf(fileOf(everywhere(said))));
    const { children } = readTree({ lines: rendered.split('\n'), start: 1, definitions: new Map() });
    const shown = children.map(plainText).join('\n');
    // As a heading, as a name, as words, as code among them, twice as code of its own, as code in a quote, and as a file's name.
    expect(shown.split(said).length - 1).toBeGreaterThanOrEqual(7);
  });
});

describe('front matter', () => {
  const openings = ['---', '---js', '+++', ';;;', '...', '---javascript', '---\nlayout: evil\n---'];

  test.each(openings)('is the same where somebody begins with %j', (said) => {
    const { data: plain } = readFrontMatter(fileOf({ entries: turns('x') }));
    expect(readFrontMatter(fileOf({ entries: turns(said, `x\n${said}`) })).data).toEqual(plain);
  });

  test('of a language that runs is none: nothing of it is run, however often it is read', () => {
    const canary = join(folder, 'canary');
    const said = `---javascript\nrequire('fs').writeFileSync(${JSON.stringify(canary)}, '')\n---`;
    const file = fileOf({ entries: turns(said), title: said });
    for (const text of [file, bodyOf(file), fileOf({ entries: turns(said) }, file)]) {
      readFile(text);
      readFile(text);
    }
    expect(existsSync(canary)).toBe(false);
    expect(readFile(file).problems).toEqual([]);
  });

  test.each([
    'x"\nlayout: evil',
    '!!js/function "x"',
    '&a [*a]',
    '*a',
    '__proto__',
    'constructor',
    'no',
    '2026-02-30',
    '0123',
    '1e3',
    'null',
    '~',
    '{{ site.x }}',
    '# x',
    "it's",
    'a: b',
    '- a',
    '|',
    '\u2028---',
  ])('has %j as the text that it is', (said) => {
    const event = {
      title: said,
      day: '2027-03-10',
      url: null,
      number: 1,
      talks: [],
      series: said,
      place: said,
      tags: [said],
    };
    const { data } = readFrontMatter(fileOf({ entries: turns('x'), title: said, event, tags: [said] }));
    expect(data).toMatchObject({ title: said, series: said, place: said, tags: [said] });
    expect(Object.keys(data)).not.toContain('layout');
  });
});

describe('a file', () => {
  test.each(hostileWords)('has the two marks of the bot where people said %j', (said) => {
    const { entries } = everywhere(said);
    const file = fileOf({ entries, title: said, heading: said });
    expect(markersIn(file)).toHaveLength(2);
    expect(file.match(/^<!-- notes:/gmu)).toHaveLength(2);
  });

  test('has no HTML but the anchors, the code and the marks that the bot writes', () => {
    const entries = hostileWords.flatMap((said) => everywhere(said).entries);
    const body = bodyOf(fileOf({ entries })).replaceAll(/(?<!\\)(?:```|~~~)[^]*?\n(?:```|~~~)\n/gu, '');
    const tags = body.replaceAll(/`[^`\n]*`/gu, '').match(/(?<!\\)<[a-z!/][^>]*>/giu) ?? [];
    expect(tags.filter((tag) => !/^<(?:!-- notes:|\/?pre>|\/?code|https?:)/u.test(tag))).toEqual([]);
  });

  test.each(['$&', '$1', '$`', "$'", '$$', '$<x>'])(
    'has %s as it was said, also where it replaces another',
    (said) => {
      const before = fileOf({ entries: turns('x') });
      const file = fileOf({ entries: turns(said) }, before);
      expect(file.replaceAll('\\', '')).toContain(`19:00\n\n${said}\n`);
    },
  );

  test.each<[string, string, string]>([
    ['CRLF', '# Ours\r\n\r\nx\r\n', '\r\nMore\r\n'],
    ['lone carriage returns', '# Ours\r\rx\r', '\rMore\r'],
    ['NEL', '# Ours\n\u0085x\n', '\n\u0085More\n'],
    ['no line end', '# Ours', '\nMore'],
    ['a byte order mark', '\uFEFF---\ntitle: "x"\n---\n', '\nMore\uFEFF'],
    ['a line of ten megabytes', `${'x'.repeat(10_000_000)}\n`, '\nMore'],
  ])('with %s keeps what people wrote, to the byte', (_what, above, below) => {
    const first = fileOf({ entries: turns('x') }, above);
    expect(first.startsWith(above)).toBe(true);
    const second = fileOf({ entries: turns('x', 'y') }, first + below);
    expect(second.startsWith(above)).toBe(true);
    expect(second.endsWith(below)).toBe(true);
    expect(markersIn(second)).toHaveLength(2);
  });
});
