/** The shortcut *Search reports*: a form from anywhere in Slack. What it finds lies on top of it. */
import type { App, types, ViewStateValue } from '@slack/bolt';
import type { Choice, Locale } from '../../../src/port.ts';
import { plainly } from '../../../src/view/safe.ts';
import { short } from '../../../src/view/short.ts';
import { words } from '../../../src/words/index.ts';
import { callOf } from '../call.ts';
import type { Desk } from '../desk.ts';
import { languageSoon } from '../language.ts';
import { optionLimits } from '../limits.ts';
import { plain } from '../modal.ts';
import { answerInModal, answerInNewModal, openModal, waitingModal } from '../answer/modal.ts';

/** The shortcut, the form, and the command behind them. */
const name = 'search';

/** Blocks of the form, each with one field of the same name. */
const field = { words: 'words', choice: 'choice' } as const;

export function onSearch(app: App, desk: Desk): void {
  app.shortcut({ callback_id: name, type: 'shortcut' }, async ({ ack, shortcut }) => {
    await ack();
    const { trigger_id: trigger, user } = shortcut;
    const opened = await openModal(trigger, searchForm(await languageSoon(user.id, desk)), desk);
    if (opened === null) await answerInNewModal(trigger, { user: user.id, said: startPage }, desk);
  });

  app.options(field.choice, async ({ ack, body, payload }) => {
    const choices = await suggest(payload.value, body.user.id, desk);
    await ack({ options: choices.slice(0, optionLimits.options).map(option) });
  });

  app.view({ type: 'view_submission', callback_id: name }, async ({ ack, body, view }) => {
    const user = body.user.id;
    const input = queryOf(view.state.values);
    if (input === '') {
      const { empty } = words[await languageSoon(user, desk)].slack.search;
      return ack({ response_action: 'errors', errors: { [field.words]: empty } });
    }
    const modal = { external_id: desk.newId() };
    await ack({ response_action: 'push', view: { ...(await waitingModal(user, desk)), ...modal } });
    await answerInModal(modal, { user, said: { command: name, input } }, desk);
  });
}

const startPage = { command: 'start', input: '' };

/** Built from nothing but words: it has three seconds to open. */
function searchForm(locale: Locale): types.ModalView {
  const { slack: said, chat } = words[locale];
  return {
    type: 'modal',
    callback_id: name,
    title: plain(chat.search.title),
    submit: plain(chat.search.submit),
    close: plain(said.modal.close),
    blocks: [
      {
        type: 'input',
        block_id: field.words,
        optional: true,
        label: plain(chat.search.words),
        element: { type: 'plain_text_input', action_id: field.words, focus_on_load: true },
      },
      {
        type: 'input',
        block_id: field.choice,
        optional: true,
        label: plain(said.search.choose),
        element: {
          type: 'external_select',
          action_id: field.choice,
          min_query_length: 1,
          placeholder: plain(said.search.chooseHint),
        },
      },
    ],
  };
}

type Values = Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>;

/** What was typed, narrowed down by what was chosen. */
function queryOf(values: Values): string {
  const typed = values[field.words]?.[field.words]?.value ?? '';
  const chosen = values[field.choice]?.[field.choice]?.selected_option?.value ?? '';
  return `${typed.trim()} ${chosen}`.trim();
}

/** A suggestion is no matter of rights: who types has been asked of Slack before. */
async function suggest(text: string, user: string, desk: Desk): Promise<readonly Choice[]> {
  const asked = { said: { command: name, input: '' }, user, channel: user };
  const known = { ...desk.people, ask: desk.people.known };
  const call = await callOf(asked, { ...desk, people: known });
  return desk.bot.suggest({ ...call, input: { text } }, 'text');
}

const option = ({ label, value }: Choice): types.PlainTextOption => ({
  text: plain(short(plainly(label).toWellFormed(), optionLimits.label) || '…'),
  value,
});
