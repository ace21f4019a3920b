/** Everything that the bot listens to in Slack. */
import type { App } from '@slack/bolt';
import { onChanged } from './changed.ts';
import { onCollect } from './collect.ts';
import type { Desk } from '../desk.ts';
import { onHome } from './home.ts';
import { onButton } from './button.ts';
import { onCommand } from './command.ts';
import { onForm } from './form.ts';
import { onGone } from './gone.ts';
import { onDirect, onMention } from './message.ts';
import { onSearch } from './search-form.ts';
import { onJoined } from './joined.ts';
import { onReaction } from './reaction.ts';
import { onLink } from './unfurl.ts';
import { onWelcome } from './welcome.ts';

export const listeners: readonly ((app: App, desk: Desk) => void)[] = [
  onCommand,
  onButton,
  onMention,
  onDirect,
  onForm,
  onHome,
  onSearch,
  onCollect,
  onReaction,
  onChanged,
  onLink,
  onWelcome,
  onJoined,
  onGone,
];
