/** What is said of exports of conversations that are to become notes. */
import type { noteExport as en } from '../en/note-export.ts';

export const noteExport: typeof en = {
  'export-unreadable': () =>
    '会話をエクスポートしたものとして読めません。Slack や Discord から得た JSON をそのまま渡してください。',
};
