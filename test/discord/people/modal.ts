/** What people do with a form: fill it in and send it, or close it. */
import type { Component } from '../component.ts';
import { componentTypes } from '../component.ts';
import { messageJson } from '../json/message.ts';
import type { ShownModal, User } from '../state.ts';
import { messageOf, userOf } from '../find.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import { did } from './answer.ts';
import { interact } from './interaction.ts';

export interface Submit {
  readonly user: string;
  /** By label of the field, or its `custom_id`. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
}

interface Field {
  readonly label: string;
  readonly input: Component;
  /** A label with its component, or a row with its input: what the value goes into. */
  readonly outer: Component;
}

const fieldsOf = ({ data }: ShownModal): readonly Field[] =>
  (data.components as readonly unknown[] as readonly Component[]).flatMap((outer) => {
    const input = outer.component ?? outer.components?.[0];
    return input ? [{ outer, input, label: outer.label ?? input.label ?? '' }] : [];
  });

function modalOf(world: World, user: User): ShownModal {
  const modal = world.state.modals.get(user.id);
  if (!modal) throw new Error(`${user.name} has no form before them`);
  return modal;
}

type Values = NonNullable<Submit['values']>;

const givenFor = ({ label, input }: Field, values: Values): string | readonly string[] | undefined =>
  values[label] ?? values[input.custom_id ?? ''];

function refuseUnknown(fields: readonly Field[], values: Values): void {
  const names = new Set(fields.flatMap(({ label, input }) => [label, input.custom_id ?? '']));
  const strange = Object.keys(values).filter((name) => !names.has(name));
  const there = fields.map(({ label }) => label).join(', ');
  if (strange.length > 0) throw new Error(`there is no field ${strange.join(', ')} here, only: ${there}`);
}

/** The client does not send what is too short, too long or missing. */
function textOf({ label, input }: Field, given: string | readonly string[] | undefined): string {
  const text = String(given ?? input.value ?? '');
  const { required = true, min_length: min = 0, max_length: max = 4000 } = input;
  if (required && text === '') throw new Error(`${label} is required`);
  if (text !== '' && (text.length < min || text.length > max))
    throw new Error(`${label} takes ${min} to ${max} characters`);
  return text;
}

function optionsOf({ label, input }: Field, given: string | readonly string[] | undefined): string[] {
  const initial = input.options?.filter((one) => one.default === true).map(({ value }) => value) ?? [];
  if (given === undefined) return initial;
  return [given].flat().map((called) => {
    const found = input.options?.find(({ label: of, value }) => of === called || value === called);
    if (!found) throw new Error(`${label} has no option ${called}`);
    return found.value;
  });
}

function filled(field: Field, values: Values): object {
  const { input, outer } = field;
  const given = givenFor(field, values);
  const common = { type: input.type, id: input.id ?? 0, custom_id: input.custom_id };
  const inner =
    input.type === componentTypes.input
      ? { ...common, value: textOf(field, given) }
      : { ...common, values: optionsOf(field, given) };
  const place = { type: outer.type, id: outer.id ?? 0 };
  return outer.type === componentTypes.label
    ? { ...place, component: inner }
    : { ...place, components: [inner] };
}

/** Fills it in and sends it. Rejects with NotAcknowledged, and where the client itself would not send it. */
export function submit(world: World, { user: called, values = {} }: Submit): Promise<Answer> {
  const user = userOf(world.state, called);
  const modal = modalOf(world, user);
  const fields = fieldsOf(modal);
  refuseUnknown(fields, values);
  const components = fields.map((field) => filled(field, values));
  const channel = world.state.channels.get(modal.channel);
  if (!channel) throw new Error('the channel of that form is gone');
  const message = messageOf(channel, modal.message ?? '');
  world.state.modals.delete(user.id);
  return interact(world, {
    user,
    channel,
    kind: 5,
    data: { custom_id: modal.data.custom_id, components },
    what: `(Submit) ${JSON.stringify(values)}`,
    ...(message ? { message: { id: message.id, json: messageJson(world, message, { content: true }) } } : {}),
  });
}

/** Closes it; nobody is told. */
export function close(world: World, { user: called }: { readonly user: string }): void {
  const user = userOf(world.state, called);
  const { channel } = modalOf(world, user);
  did(world, { user, channel, what: '(Close)' });
  world.state.modals.delete(user.id);
}
