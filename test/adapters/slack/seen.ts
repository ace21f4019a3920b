/** What somebody in the simulated Slack has before them, as the suites of all chats want it. */
import type { Seen } from '../../contract/chat.ts';
import type { SeenForm } from '../../contract/form.ts';
import type { Answer, Slack } from '../../slack/index.ts';
import type { Submit } from '../../slack/people/modal.ts';

export const seen = ({ text, message, view }: Answer): Seen => {
  const blocks = message?.blocks ?? view?.view.blocks ?? [];
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const buttons = elements.flatMap((element) => (element.type === 'button' ? [element.text.text] : []));
  return { text, buttons };
};

/** A modal that lies before them. */
export const onTop = (slack: Slack, view: NonNullable<Answer['view']>): Answer => ({
  kind: 'modal',
  text: slack.read(view),
  message: null,
  view,
});

/** A modal as its reader fills it in. */
export function formIn({ view }: Pick<Answer, 'view'>): SeenForm {
  if (view?.view.type !== 'modal') throw new Error('no modal opened');
  const { title, blocks } = view.view;
  const fields = blocks.flatMap((block) =>
    block.type === 'input'
      ? [[block.label.text, { initial_value: '', ...block.element }.initial_value] as const]
      : [],
  );
  return { title: title.text, fields: Object.fromEntries(fields) as SeenForm['fields'] };
}

/** Fills a modal in and sends it; resolves to the answer that takes its place. */
export async function sendForm(slack: Slack, form: Submit): Promise<Answer> {
  const { view } = await slack.submit(form);
  const shown = await slack.until(() =>
    slack.views(form.user).find(({ id, hash }) => id === view?.id && hash !== view.hash),
  );
  return onTop(slack, shown);
}
