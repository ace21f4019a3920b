/** The `digests` of community.md. */
import type { DigestSetting } from '../port.ts';

/** What is meant where nothing is said. */
export const usualDigest: DigestSetting = {
  channel: 'general',
  platform: null,
  workspace: null,
  schedule: '0 9 * * 1',
  zone: null,
  locale: null,
  sections: ['events', 'reports', 'slides', 'calls', 'archive'],
  tags: [],
  series: [],
  thread: false,
  empty: 'skip',
  mention: null,
  keep: false,
};
