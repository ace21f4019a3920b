/** `/meetup …`: one command, of which all others are words. */
import type { App } from '@slack/bolt';
import { readSpoken } from '../../../src/command/next.ts';
import { answer } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { typedLine } from '../line.ts';
import { commandName } from '../setup/manifest.ts';
import { writeOrigin } from '../origin.ts';
import { openForm } from '../answer/form.ts';
import { replyAt } from '../answer/url.ts';

export function onCommand(app: App, desk: Desk): void {
  app.command(commandName, async ({ ack, command }) => {
    await ack();
    const { channel_id: channel, channel_name: named, user_id: user, response_url: url, text } = command;
    const said = readSpoken(await typedLine(text, desk), desk.bot.commands);
    const opening = { said, user, trigger: command.trigger_id, origin: writeOrigin({ channel }), on: null };
    if (said.input === '' && (await openForm(opening, desk))) return;
    await answer(
      { said, channel, named, user },
      replyAt({ url, surface: 'command', channel, user }, desk),
      desk,
    );
  });
}
