/** Commands and components that tests send. */
import type { APIActionRowComponent, APIButtonComponentWithCustomId } from 'discord.js';

/** `/meetup search query`, `/meetup note text`, and a command in the menu of a message. */
export const commands = [
  {
    name: 'meetup',
    description: 'Search the reports',
    description_localizations: { ja: 'レポートを探す' },
    options: [
      {
        type: 1,
        name: 'search',
        name_localizations: { ja: '検索' },
        description: 'Search',
        options: [
          { type: 3, name: 'query', description: 'Words', required: true, autocomplete: true },
          { type: 4, name: 'page', description: 'Page', min_value: 1 },
        ],
      },
      {
        type: 1,
        name: 'speaker',
        description: 'Somebody',
        options: [{ type: 6, name: 'who', description: 'Who' }],
      },
    ],
  },
  { name: 'Collect notes', type: 3 },
];

/** A row of buttons, each with its label in lower case as its id. */
export const buttons = (
  ...labels: readonly string[]
): APIActionRowComponent<APIButtonComponentWithCustomId> => ({
  type: 1,
  components: labels.map((label) => ({ type: 2, style: 2, label, custom_id: label.toLowerCase() })),
});

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
