/** What is to be done, given what Discord has. */
import type { APIApplicationCommand } from 'discord.js';
import { describe, expect, test } from '@jest/globals';
import { commandsFor } from '../../../adapters/discord/setup/commands.ts';
import { planOf } from '../../../adapters/discord/setup/plan.ts';
import type { Step } from '../../../src/port.ts';
import { appRequest } from '../request.ts';
import { registered } from './registered.ts';

const asked = commandsFor(appRequest());

/** What Discord has, after somebody changed it. */
type Changeable = Record<string, unknown> & { options?: Changeable[] };

const changed = (change: (slash: Changeable, all: Changeable[]) => void): Step[] => {
  const known = structuredClone(registered(asked)) as unknown as Changeable[];
  change(known[0] ?? {}, known);
  return planOf(asked, known as unknown as APIApplicationCommand[]);
};

const found = (options: Changeable[] | undefined, name: string): Changeable =>
  options?.find((each) => each['name'] === name) ?? {};

describe('the plan', () => {
  test.each(['ja', 'en'] as const)('is empty where Discord has what was asked for in %s', (locale) => {
    const commands = commandsFor(appRequest({ locale }));
    expect(planOf(commands, registered(commands))).toEqual([
      { kind: 'nothing', name: '/meetup', differences: [] },
      { kind: 'nothing', name: 'Collect notes', differences: [] },
    ]);
  });

  test('creates what is not there, and deletes what is not asked for', () => {
    expect(planOf(asked, []).map(({ kind }) => kind)).toEqual(['create', 'create']);
    const steps = changed((_slash, all) =>
      all.push({ ...all[0], name: 'hatoba' }, { ...all[1], name: 'Save', type: 3 }),
    );
    expect(steps.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'nothing /meetup',
      'nothing Collect notes',
      'delete /hatoba',
      'delete Save',
    ]);
  });

  test('knows a command by its type, too', () => {
    const steps = changed((slash) => {
      slash['type'] = 2;
    });
    expect(steps.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'create /meetup',
      'nothing Collect notes',
      'delete meetup',
    ]);
  });

  test.each([
    ['a sentence', 'description', (slash: Changeable) => (slash['description'] = 'Other')],
    [
      'a translation',
      'options.search.name_localizations.ja',
      ({ options }: Changeable) => (found(options, 'search')['name_localizations'] = { ja: '探す' }),
    ],
    [
      'a translation that is missing',
      'description_localizations',
      (slash: Changeable) => (slash['description_localizations'] = null),
    ],
    [
      'a language beside ours',
      'options.help.description_localizations.fr',
      ({ options }: Changeable) =>
        ((found(options, 'help')['description_localizations'] as Record<string, string>)['fr'] = 'Aide'),
    ],
    [
      'an option that is not required any more',
      'options.search.options.text.required',
      ({ options }: Changeable) => delete found(found(options, 'search').options, 'text')['required'],
    ],
    [
      'a bound of a number',
      'options.search.options.limit.max_value',
      ({ options }: Changeable) => (found(found(options, 'search').options, 'limit')['max_value'] = 10),
    ],
    ['a subcommand that is missing', 'options.start', ({ options }: Changeable) => options?.splice(-1)],
    [
      'who may use it',
      'default_member_permissions',
      (slash: Changeable) => (slash['default_member_permissions'] = '8'),
    ],
    ['where it works', 'contexts.1', (slash: Changeable) => (slash['contexts'] = [0])],
    ['the order', 'options', ({ options }: Changeable) => options?.unshift(...options.splice(-1))],
  ])('changes %s, and says what it is', (_name, path, change) => {
    const [step, ...others] = changed((slash) => void change(slash));
    expect(step).toMatchObject({ kind: 'change', name: '/meetup', differences: [{ path }] });
    expect(step?.differences).toHaveLength(1);
    expect(others.every(({ kind }) => kind === 'nothing')).toBe(true);
  });

  test('does not mind what Discord adds, or in which order it lists contexts', () => {
    const steps = changed((slash) => {
      slash['contexts'] = [1, 0];
      slash['handler'] = 1;
      slash['name_localized'] = 'meetup';
    });
    expect(steps.every(({ kind }) => kind === 'nothing')).toBe(true);
  });
});
