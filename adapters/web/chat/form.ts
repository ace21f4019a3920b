/** A form of the bot's on a message: a field for each option, which is sent like any other form. */
import { html } from 'hono/html';
import type { Field, Form } from '../../../src/view/form.ts';
import { plainly } from '../../../src/view/safe.ts';
import type { Html } from '../layout.ts';
import { fieldName, longest } from './sent.ts';
import type { ChatVisit } from './visit.ts';

/** `message`: `id` of the one that it stands on. */
export const formOn = ({ command, fields }: Form, message: number, visit: ChatVisit): Html =>
  html`<form class="form" method="post" action="${visit.to(visit.spot)}">
    <input type="hidden" name="form" value="${command}" />
    ${fields.map((field) => labelled(field, `${message}-field-${field.name}`))}
    <button type="submit">${visit.words.form.submit}</button>
  </form>`;

const labelled = (field: Field, id: string): Html =>
  html`<p>
    <label for="${id}">${plainly(field.label)}</label> ${field.long ? lines(field, id) : line(field, id)}
  </p>`;

const line = ({ name, value, required }: Field, id: string): Html =>
  html`<input
    id="${id}"
    type="text"
    name="${fieldName(name)}"
    value="${plainly(value)}"
    maxlength="${longest}"
    autocomplete="off"
    ${required ? 'required' : ''}
  />`;

/** A line break behind the tag is no part of the text: the one that is written is left out again. */
const lines = ({ name, value, required }: Field, id: string): Html =>
  html`<textarea
    id="${id}"
    name="${fieldName(name)}"
    rows="4"
    maxlength="${longest}"
    ${required ? 'required' : ''}
  >
${plainly(value)}</textarea>`;
