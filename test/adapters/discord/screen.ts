/** What of a message of Discord's people can press. */
import { ComponentType } from 'discord.js';
import type { Answer } from '../../discord/index.ts';

/** The labels of its buttons. */
export const buttonsIn = ({ message }: Pick<Answer, 'message'>): string[] =>
  (message?.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((button) => ('label' in button && button.label ? [button.label] : []))
      : [],
  );
