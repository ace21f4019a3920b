/** `/meetup show @hanako buildkit`: an answer for everyone here, and one person is told of it. */
import { UserError } from '../error.ts';
import { paragraph, person, root } from '../view/build.ts';
import { plainly } from '../view/safe.ts';
import { readCall } from './next.ts';
import { defineCommand } from './spec.ts';

export const show = defineCommand({
  name: 'show',
  answer: 'public',
  options: {
    who: { type: 'person', required: true },
    what: { type: 'text', rest: true, required: true },
  },
  run: async ({ who, what }, scene) => {
    const { call, words } = scene;
    if (who === null) throw new UserError('show-whom');
    if (what === '') throw new UserError('show-what');
    if (call.place.visibility === 'direct') throw new UserError('show-direct');
    const { command, input } = readCall(what, scene.commands);
    // One call notifies one person: what is shown asks for nobody else.
    const view = command === 'show' ? null : await scene.run(command, input);
    if (view?.failure !== undefined) return view;
    // What offers to be shared is worth someone's attention; that nothing was found is not.
    if (view === null || view.next.every((next) => next.command !== 'share'))
      throw new UserError('show-nothing', { what });
    const by = plainly(call.person.name);
    return {
      ...view,
      body: root(paragraph(person(who.id, who.name), ' ', words.show.by(by)), ...view.body.children),
      next: view.next.filter((next) => next.command !== 'share'),
    };
  },
});
