import { describe, expect, test } from '@jest/globals';
import { open, titles } from './shelf.ts';

const signs = Array.from("!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

describe('words in quotes', () => {
  test.each(signs)('may have %j between them, as the text does', async (sign) => {
    const opened = await open({ 'a.md': `# 無題\n\n## Right talk\n\nWe typed build${sign}kit there.\n` });
    expect(await titles(opened, `"build${sign}kit there"`)).toContain('Right talk');
  });

  test('are found with a hyphen, as in docker-compose up', async () => {
    const opened = await open({ 'a.md': '# 無題\n\n## Right talk\n\ndocker-compose up で動く\n' });
    expect(await titles(opened, '"docker-compose up"')).toContain('Right talk');
  });
});
