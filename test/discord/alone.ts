/** A process of its own that connects, and ends by itself when nothing is left to wait for. */
import { connect } from './client.ts';
import { startDiscord } from './index.ts';

const discord = await startDiscord();
const client = await connect(discord);
process.stdout.write('ready\n');
await client.destroy();
await discord.stop();
process.stdout.write('stopped\n');
