// @ts-check
/**
 * The playground without waiting for pages: what one sends, and what is new, appears in place. The server renders all of it;
 * without this script everything works, one page at a time.
 */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const { dataset } = /** @type {HTMLElement} */ (document.querySelector('main'));
const list = byId('messages');
const composer = byId('composer');
const problem = byId('problem');
const status = byId('status');
const line = /** @type {HTMLInputElement} */ (byId('line'));

/* What is new: the server's page is compared with this one, item by item. */

/** @param {HTMLElement} of */
const revisionOf = (of) => Number(of.dataset['revision']);

/**
 * Takes over what another rendering of this room has and this one has not. An older rendering has nothing to give.
 *
 * @param {Document} page
 */
function merge(page) {
  const incoming = page.getElementById('messages');
  if (incoming === null || revisionOf(incoming) < revisionOf(list)) return;
  list.dataset['revision'] = incoming.dataset['revision'];
  const items = [...incoming.children];
  // So much is new that there is a gap between what is here and what came: begin anew.
  const isGap =
    list.querySelector('[id^="m"]') !== null &&
    !items.some(({ id }) => id.startsWith('m') && document.getElementById(id) !== null);
  if (isGap) list.replaceChildren();
  /** @type {Element | null} */
  let last = null;
  for (const item of items) {
    if (item.id === 'older' && !isGap) continue;
    const known = document.getElementById(item.id);
    if (known === null && last === null) list.append(item);
    else if (known === null) last?.after(item);
    else if (!known.isEqualNode(item)) known.replaceWith(item);
    last = document.getElementById(item.id);
  }
}

/** @param {Response} response */
const pageOf = async (response) => new DOMParser().parseFromString(await response.text(), 'text/html');

async function refresh() {
  const response = await fetch(location.href);
  if (response.ok) merge(await pageOf(response));
}

/** @type {EventSource | null} */
let events = null;

/** A browser opens few connections: a page that nobody sees needs none, and catches up when it is seen. */
function follow() {
  events?.close();
  if (document.hidden) return;
  const stream = new EventSource(String(dataset['events']));
  events = stream;
  stream.addEventListener('message', ({ data }) => {
    status.textContent = '';
    if (Number(data) > revisionOf(list)) refresh().catch(lost);
  });
  stream.addEventListener('error', () => {
    lost();
    // A browser tries again by itself, but not where a server that is just starting said no.
    if (stream.readyState === EventSource.CLOSED && stream === events) setTimeout(follow, 2000);
  });
}

function lost() {
  status.textContent = dataset['lost'] ?? '';
}

/* Sending: a form that the server answers with its page. */

/** Lines arrive in the order in which they were sent. */
let sent = Promise.resolve();

/** @param {HTMLFormElement} form @param {HTMLElement | null} button */
function send(form, button) {
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form, button)));
  const typed = form === composer ? line.value : '';
  if (typed !== '') line.value = '';
  sent = deliver(sent, { address: form.action, body, typed });
}

/** @param {Promise<void>} before @param {{ address: string, body: URLSearchParams, typed: string }} what */
async function deliver(before, { address, body, typed }) {
  await before;
  problem.textContent = await complaintOf(address, body);
  if (problem.textContent !== '' && typed !== '') line.value = `${typed} ${line.value}`.trim();
}

/**
 * Sends, and shows what came of it.
 *
 * @param {string} address
 * @param {URLSearchParams} body
 * @returns what went wrong, '' if nothing
 */
async function complaintOf(address, body) {
  const failed = String(dataset['failed']);
  try {
    const response = await fetch(address, { method: 'POST', body });
    const page = await pageOf(response);
    if (!response.ok) return page.getElementById('problem')?.textContent || failed;
    // Among messages of long ago there is no place for the newest.
    if (new URLSearchParams(location.search).has('before')) location.assign(response.url);
    merge(page);
    reveal(list.lastElementChild);
    return '';
  } catch {
    return failed;
  }
}

/**
 * An answer that is longer than the window is read from its beginning: the best hit is the first.
 *
 * @param {Element | null} answer
 */
function reveal(answer) {
  const room = list.parentElement?.clientHeight ?? 0;
  answer?.scrollIntoView({ block: answer.clientHeight > room ? 'start' : 'nearest' });
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form === composer) line.focus();
  send(form, event.submitter);
});

if (matchMedia('(pointer: fine)').matches) line.focus({ preventScroll: true });
document.addEventListener('visibilitychange', follow);
follow();
