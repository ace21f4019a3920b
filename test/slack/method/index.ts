/** Every method of the Web API that the simulator knows. */
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import type { Method } from './define.ts';
import { reactionMethods } from './reactions.ts';
import { viewMethods } from './views.ts';
import { workspaceMethods } from './workspace.ts';

export const methods: Readonly<Record<string, Method>> = {
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...reactionMethods,
  ...viewMethods,
  ...workspaceMethods,
};
