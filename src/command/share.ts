/** The Share button: the same answer again, for everyone here. A private answer can not be promoted on every platform. */
import { UserError } from '../error.ts';
import { paragraph, root } from '../view/build.ts';
import { plainly } from '../view/safe.ts';
import { readCall } from './next.ts';
import { defineCommand } from './spec.ts';

export const share = defineCommand({
  name: 'share',
  answer: 'public',
  listed: false,
  options: { call: { type: 'text', rest: true } },
  run: async ({ call: line }, scene) => {
    if (line === '') throw new UserError('not-shareable');
    const { command, input } = readCall(line, scene.commands);
    const view = await scene.run(command, input);
    if (view.failure !== undefined) return view;
    const by = paragraph(scene.words.share.by(plainly(scene.call.person.name)));
    return {
      ...view,
      body: root(...view.body.children, by),
      next: view.next.filter((next) => next.command !== 'share'),
    };
  },
});
