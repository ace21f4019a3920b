/** What each command about digests is called, what it does and what one may type for it. */
import type { Description } from '../../port.ts';

const channel = 'A channel; else the one where you ask';

export const commandDigest = {
  digest: {
    called: ['digest'],
    summary: 'What a channel is told regularly, and when (organisers)',
    options: { channel },
    examples: ['digest'],
  },
  'digest-on': {
    called: [],
    summary: 'Post a digest in a channel regularly, or change how (organisers)',
    options: {
      channel,
      schedule: 'When: every Mon 09:00, weekdays 8:30, 0 9 * * 1',
      zone: 'Time zone: Asia/Tokyo',
      locale: 'Language: ja, en',
      sections: 'Parts, in order: events, reports, slides, calls, archive',
      tag: 'Only with one of these tags; none: any',
      series: 'Only of these series; none: any',
      thread: 'Summary here, details in a thread? yes or no',
      empty: 'Nothing new: say or skip',
      mention: 'A role to notify, by its name; none: nobody',
      keep: 'Keep each as a file? yes or no',
      include: 'Days back that the first one tells of',
    },
    examples: ['digest on #general every Mon 09:00', 'digest on weekdays 8:30 thread:yes'],
  },
  'digest-preview': {
    called: [],
    summary: 'See the next digest, and why it says what it says; nothing is posted (organisers)',
    options: { channel },
    examples: ['digest preview'],
  },
  'digest-pause': {
    called: [],
    summary: 'Post no digest until a date, or until it is resumed (organisers)',
    options: { channel, until: 'Until when: next Friday, 3 Dec' },
    examples: ['digest pause', 'digest pause until 3 Dec'],
  },
  'digest-resume': {
    called: [],
    summary: 'Go on with a digest that is paused or rests (organisers)',
    options: { channel },
    examples: ['digest resume'],
  },
  'digest-skip': {
    called: [],
    summary: 'Leave the next digest out (organisers)',
    options: { channel, which: 'Which one: next', back: 'Do not leave it out after all: yes' },
    examples: ['digest skip next'],
  },
  'digest-now': {
    called: [],
    summary: 'See a digest as it would be now, and post it (organisers)',
    options: { channel, confirm: 'Post it: yes' },
    examples: ['digest now'],
  },
  'digest-list': {
    called: [],
    summary: 'Every channel’s digest, with the next three times (organisers)',
    options: { page: 'Which page' },
    examples: ['digest list'],
  },
  'digest-history': {
    called: [],
    summary: 'The last digests, and what became of them (organisers)',
    options: { channel, page: 'Which page' },
    examples: ['digest history'],
  },
  'digest-off': {
    called: [],
    summary: 'No more digest in a channel (organisers)',
    options: { channel },
    examples: ['digest off'],
  },
  'digest-more': {
    called: [],
    summary: 'Everything of one part of a digest',
    options: { key: 'The digest', section: 'A part of it' },
    examples: [],
  },
  'digest-settle': {
    called: [],
    summary: 'Say whether a digest stands there',
    options: { key: 'The digest', answer: 'again or there' },
    examples: [],
  },
  joined: {
    called: [],
    summary: 'The bot was let into a channel',
    options: {},
    examples: [],
  },
} satisfies Record<string, Description>;
