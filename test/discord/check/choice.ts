/** What is suggested while one types. https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure */
import { interactionLimits } from '../limits.ts';
import type { Fault } from '../refusal.ts';
import { when } from './fault.ts';

/** Values are as short as names, though the specification says so of names alone. */
export const choiceFaults = (choices: readonly { readonly value: unknown }[]): readonly Fault[] =>
  choices.flatMap(({ value }, index) =>
    when(
      typeof value === 'string' && value.length > interactionLimits.choiceValue,
      ['data', 'choices', index, 'value'],
      'choiceValue',
    ),
  );
