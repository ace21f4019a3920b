/** What is said of exports of conversations that are to become notes. */

export const noteExport = {
  'export-unreadable': () =>
    'This is no export of a conversation that can be read. It has to be the JSON as Slack or Discord gave it, unchanged.',
};
