/** Components as they stand in messages and forms: the fields that the simulator reads of any of them. */

/** https://docs.discord.com/developers/components/reference#component-object-component-types */
export const componentTypes = {
  row: 1,
  button: 2,
  select: 3,
  input: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  upload: 19,
  radio: 21,
  checkboxes: 22,
  checkbox: 23,
} as const;

export interface Choice {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly description?: string;
  readonly content?: string;
  readonly placeholder?: string;
  readonly style?: number;
  readonly url?: string;
  readonly emoji?: { readonly name?: string | null };
  readonly disabled?: boolean;
  readonly divider?: boolean;
  readonly required?: boolean;
  readonly value?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly options?: readonly Choice[];
  readonly items?: readonly { readonly description?: string | null }[];
  readonly file?: { readonly url: string };
  readonly components?: readonly Component[];
  /** Of a label. */
  readonly component?: Component;
  readonly accessory?: Component;
}

/** A component and all that is inside it. */
const withInner = (of: Component): Component[] => [
  of,
  ...(of.components ?? []).flatMap(withInner),
  ...(of.component ? withInner(of.component) : []),
  ...(of.accessory ? withInner(of.accessory) : []),
];

/** Everything in a message or a form, the outer before the inner. */
export const everyComponent = (list: readonly unknown[]): Component[] =>
  (list as readonly Component[]).flatMap(withInner);
