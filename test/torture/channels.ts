/** The channels that are told something each week, and the folder that says so. */

export interface Channel {
  readonly platform: 'slack' | 'discord';
  readonly name: string;
  /** Does it get a summary, and the details in a thread below it? */
  readonly thread: boolean;
}

export const channels: readonly Channel[] = [
  { platform: 'slack', name: 'weekly', thread: false },
  { platform: 'slack', name: 'brief', thread: true },
  { platform: 'discord', name: 'weekly', thread: false },
  { platform: 'discord', name: 'brief', thread: true },
];

/** Those without a thread: what is said to stand in one that is not there can not be posted at all. */
export const plainChannels = channels.filter(({ thread }) => !thread);

const wishFor = ({ platform, name, thread }: Channel): string =>
  `  - { channel: ${name}, platform: ${platform}, schedule: every Mon 09:00, thread: ${thread} }\n`;

export const community = 'Docker Meetup';

/** Something is coming each week, so there is something to tell. */
export const folderFor = (wanted: readonly Channel[]): Readonly<Record<string, string>> => ({
  'community.md': `---
name: ${community}
locale: en
zone: Asia/Tokyo
digests:
${wanted.map(wishFor).join('')}---
`,
  'events/evening.md': `---
title: Docker evening
start: 2027-03-03 19:00
repeat: every Wednesday
place: Harbour hall
---
`,
  'events/breakfast.md': `---
title: Container breakfast
start: 2027-03-05 08:00
repeat: every Friday
url: https://example.org/breakfast
---
`,
  'reports/2026-02-18.md': `---
title: Docker evening 11
date: 2026-02-18
---

## Smaller images (Hanako)

What to leave out.

## Builders in parallel (Ken)

BuildKit, cached.
`,
});

/** Some days before the first digest: the channels get to know that they have one. */
export const beginning = Date.parse('2027-02-25T09:00:00+09:00');

export const week = 7 * 24 * 60 * 60_000;

/** Just after the digest of that week is due; they count from 0. */
export const dueIn = (number: number): number => Date.parse('2027-03-01T09:00:01+09:00') + number * week;
