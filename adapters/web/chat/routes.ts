/** The paths of the playground: a room or thread is a page, what one sends it is a form, and what is new is a stream. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { scriptedHeaders } from '../secure.ts';
import type { Ground } from '../visit.ts';
import type { Conversation } from './conversation.ts';
import { download } from './download.ts';
import { anchorOf } from './item.ts';
import { firstOf, listOf } from './list.ts';
import { roomPage } from './page.ts';
import { refusal } from './refusal.ts';
import { longest, sentIn } from './sent.ts';
import { channelOf } from './spot.ts';
import { suggestionsFor } from './suggest.ts';
import { chatVisitOf } from './visit.ts';
import type { ChatVisit } from './visit.ts';

type Answer = Response | Promise<Response>;
type Handler = (context: Context, visit: ChatVisit, conversation: Conversation) => Answer;

/** `conversation` settles when the chat is started. */
export function chatRoutes(ground: () => Ground, conversation: Promise<Conversation>): Hono {
  const app = new Hono();
  const visiting =
    (handle: Handler) =>
    async (context: Context): Promise<Response> => {
      context.header('Cache-Control', 'no-store');
      return handle(context, await chatVisitOf(context, ground()), await conversation);
    };

  app.use(scriptedHeaders);
  app.get(
    '/',
    visiting((context, { to, spot }) => context.redirect(to(spot))),
  );
  app.get('/suggest', visiting(suggest));
  app.get('/:room/events', visiting(follow));
  app.get('/:room/file/:id/:name', visiting(download));
  for (const path of ['/:room', '/:room/thread/:thread'])
    app.get(path, visiting(show)).post(path, visiting(send));
  app.onError((error, context) => refusal(error, context, ground().site));
  return app;
}

const suggest: Handler = async (context, visit, conversation) =>
  context.json(await suggestionsFor(context.req.query('line') ?? '', conversation, visit));

const follow: Handler = (context, { person, spot }, { live, history }) =>
  live.follow(context, {
    channel: channelOf(spot.room, person.id),
    person: person.id,
    revision: history.revision,
  });

const show: Handler = async (context, visit, conversation) =>
  context.html(roomPage(await listOf(conversation, visit), visit));

/** What somebody sends; the answer is the page with what came of it. */
const send: Handler = async (context, visit, conversation) => {
  firstOf(conversation.history, visit);
  const { line, length, deliver } = sentIn(new URLSearchParams(await context.req.text()));
  const { empty, tooLong } = visit.words.playground;
  const problem = length === 0 ? empty : length > longest ? tooLong(longest) : null;
  if (problem !== null)
    return context.html(roomPage(await listOf(conversation, visit), visit, { line, problem }), 400);
  const id = await deliver(conversation, visit);
  return context.redirect(`${visit.to(visit.spot)}#${anchorOf(id)}`, 303);
};
