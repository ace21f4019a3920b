/** Commands of a group, one of them a form, as the bot will have some. */
import type { CommandInfo, Description, Locale } from '../../../src/port.ts';
import { usualOption } from '../option.ts';
import type { Option } from '../option.ts';

const option = (name: string, of: Partial<Option> = {}): Option => ({ ...usualOption, name, ...of });

const described = (said: Readonly<Record<Locale, Omit<Description, 'examples'>>>) => (locale: Locale) => ({
  examples: [],
  ...said[locale],
});

const labels = {
  ja: { title: '題名', when: '日時', place: '場所', url: 'アドレス', details: '説明' },
  en: { title: 'Title', when: 'When', place: 'Place', url: 'Address', details: 'Details' },
} as const;

export const event: CommandInfo = {
  name: 'event',
  answer: 'private',
  listed: true,
  form: false,
  options: [option('name', { rest: true, suggests: true }), option('page', { type: 'number' })],
  describe: described({
    ja: { called: ['予定'], summary: 'イベントひとつ', options: {} },
    en: { called: ['event'], summary: 'One event', options: {} },
  }),
};

export const eventNew: CommandInfo = {
  name: 'event-new',
  answer: 'private',
  listed: true,
  form: true,
  options: [
    option('place'),
    option('title', { required: true, rest: true }),
    option('when', { required: true }),
    option('url'),
    option('details', { long: true }),
    option('draft', { listed: false }),
  ],
  describe: described({
    ja: { called: ['予定 追加'], summary: 'イベントを知らせます', options: labels.ja },
    en: { called: ['new event'], summary: 'Announce an event', options: labels.en },
  }),
};
