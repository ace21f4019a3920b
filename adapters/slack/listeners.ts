/** Everything that the bot listens to in Slack. */
import type { App } from '@slack/bolt';
import type { Desk } from './desk.ts';
import { onButton } from './on-button.ts';
import { onCommand } from './on-command.ts';
import { onGone } from './on-gone.ts';
import { onDirect, onMention } from './on-message.ts';

export const listeners: readonly ((app: App, desk: Desk) => void)[] = [
  onCommand,
  onButton,
  onMention,
  onDirect,
  onGone,
];
