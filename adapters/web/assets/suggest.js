// @ts-check
/**
 * Suggestions while one types: a combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Without this
 * script the field is a field.
 */

const { dataset } = /** @type {HTMLElement} */ (document.querySelector('main'));
const line = /** @type {HTMLInputElement} */ (document.getElementById('line'));
const box = /** @type {HTMLElement} */ (document.getElementById('suggestions'));

/** @typedef {{ readonly line: string, readonly label: string, readonly hint: string }} Suggestion */

let asked = 0;
let timer = 0;

/** An answer that comes when something else was typed meanwhile is dropped. */
async function suggest() {
  asked += 1;
  const mine = asked;
  const text = line.value;
  const isWanted = dataset['asks'] === 'always' ? text !== '' : text.startsWith('/');
  const query = `&line=${encodeURIComponent(text)}`;
  const response = isWanted ? await fetch(`${dataset['suggest']}${query}`).catch(() => null) : null;
  /** @type {readonly Suggestion[]} */
  const suggestions = response?.ok ? await response.json() : [];
  if (mine === asked) offer(suggestions.filter((suggestion) => suggestion.line.trim() !== text.trim()));
}

/** @param {readonly Suggestion[]} suggestions */
function offer(suggestions) {
  clearTimeout(timer);
  asked += 1;
  box.replaceChildren(...suggestions.map(optionOf));
  box.hidden = suggestions.length === 0;
  line.ariaExpanded = String(!box.hidden);
  line.removeAttribute('aria-activedescendant');
}

/** @param {Suggestion} suggestion @param {number} index */
function optionOf(suggestion, index) {
  const option = document.createElement('li');
  const hint = document.createElement('small');
  hint.textContent = suggestion.hint;
  option.append(suggestion.label, ' ', hint);
  option.id = `suggestion-${index}`;
  option.role = 'option';
  option.ariaSelected = 'false';
  option.dataset['line'] = suggestion.line;
  return option;
}

const chosen = () => /** @type {HTMLElement | null} */ (box.querySelector('[aria-selected="true"]'));

/** From none to the first or last, and round. @param {1 | -1} step */
function move(step) {
  const options = [...box.children];
  const from = options.indexOf(/** @type {HTMLElement} */ (chosen()));
  const to = options.at((Math.max(from, step < 0 ? 0 : -1) + step) % options.length);
  for (const option of options) option.ariaSelected = String(option === to);
  to?.scrollIntoView({ block: 'nearest' });
  if (to) line.setAttribute('aria-activedescendant', to.id);
}

/** @param {HTMLElement | null | undefined} option */
function take(option) {
  if (!option) return;
  line.value = option.dataset['line'] ?? '';
  line.focus();
  offer([]);
  void suggest();
}

/** @type {Record<string, () => void>} */
const keys = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Escape: () => offer([]),
};

line.addEventListener('keydown', (event) => {
  // An Enter that ends the composition of Japanese is no message; 229: Safari says so only thus.
  const isComposing = event.isComposing || event.keyCode === 229;
  const isTaking = event.key === 'Enter' && chosen() !== null;
  const act = isTaking ? () => take(chosen()) : keys[event.key];
  if (isComposing && event.key === 'Enter') event.preventDefault();
  if (isComposing || act === undefined || box.hidden) return;
  event.preventDefault();
  act();
});
line.addEventListener('input', (event) => {
  clearTimeout(timer);
  asked += 1;
  if (!(event instanceof InputEvent && event.isComposing)) timer = window.setTimeout(suggest, 120);
});
line.addEventListener('compositionend', () => void suggest());
line.addEventListener('blur', () => offer([]));
// The field keeps the focus, so that a list that closes on blur can be touched.
box.addEventListener('pointerdown', (event) => event.preventDefault());
box.addEventListener('click', ({ target }) =>
  take(/** @type {HTMLElement} */ (target).closest('[role=option]')),
);

box.role = 'listbox';
line.role = 'combobox';
line.ariaAutoComplete = 'list';
line.setAttribute('aria-controls', box.id);
offer([]);
document.addEventListener('submit', () => offer([]));
