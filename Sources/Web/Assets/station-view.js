// What the page of a station's staff shows of its entries: what waits, what was refused and why, what was taken in.

import { words } from './station-words.js';

export { words };

const drawn = new WeakMap();
// From so many failures of the platform on, one decides oneself about what was sent.
const STUCK = 6;
const HOUR = 3600 * 1000;

export function show(root, state, acts) {
  showState(root, state);
  const held = state.entries.findIndex((entry) => entry.state === 'refused');
  const entries = state.entries.map((entry) => ({ ...entry, isEdited: entry.place === state.editing }));
  fill(root, '.station-kept', entries, (entry, place) => row(entry, acts, held >= 0 && place > held));
  fill(root, '.station-done', state.receipts, receipt);
}

// Drawn anew where something has changed only, so that nobody loses the button they are on.
function fill(root, name, items, draw) {
  const section = root.querySelector(name);
  section.hidden = items.length === 0;
  const now = JSON.stringify(items);
  if (drawn.get(section) === now) return;
  drawn.set(section, now);
  section.querySelector('ol').replaceChildren(...items.map(draw));
}

function showState(root, state) {
  const box = root.querySelector('.station-state');
  box.hidden = false;
  const isOut = state.hasLogin === false && state.link !== 'unsafe';
  const isHeld = state.entries.some((entry) => entry.state === 'refused');
  const isStopped = isOut || isHeld || state.isUnstored || ['expired', 'forbidden', 'closed', 'trouble', 'unsafe', 'broken'].includes(state.link);
  box.className = `station-state ${isStopped ? 'stopped' : state.link}`;
  const parts = lines(state, isOut).map((line) => element('p', line));
  if (isOut || state.link === 'expired') parts.push(signInLink());
  const told = (nodes) => [...nodes].map((one) => one.textContent).join('\n');
  if (told(box.children) !== told(parts)) box.replaceChildren(...parts);
  const send = root.querySelector('form button:not([type="button"])');
  send.disabled = isOut || state.isEntering === true;
  send.textContent = state.editing ? words.saveCorrection : words.enter;
}

function lines(state, isOut) {
  const found = [];
  const isOver = ['expired', 'unknown'].includes(state.link);
  if (isOut) found.push(words.nobody);
  if (!(isOut && isOver)) {
    found.push(state.link === 'expired' && state.entries.length === 0 ? words.over : words.link[state.link]);
  }
  if (state.entries.length > 0) found.push(words.waiting(state.entries.length));
  if (state.entries.some((entry) => entry.state === 'refused')) found.push(words.toCorrect);
  if (state.isUnstored) found.push(words.unstored);
  if (state.isLost) found.push(words.lost);
  const aging = state.entries.filter((entry) => Date.now() - entry.at >= 48 * HOUR).length;
  if (aging > 0) found.push(words.aging(aging));
  if (state.hasCopy) found.push(words.opens);
  if (state.foreign > 0) found.push(words.foreign(state.foreign));
  if (state.erased > 0) found.push(words.erased(state.erased));
  return found;
}

function row(entry, acts, waits) {
  const item = element('li', null, `station-entry ${entry.state}`);
  if (entry.state === 'unreadable') {
    item.append(element('p', words.unreadable(time(entry.at)), 'station-fault'));
  } else {
    item.append(data('p', entry.applicant, 'station-who'));
    item.append(element('p', words.written(time(entry.at), time(entry.at + 72 * HOUR))));
    item.append(...status(entry, waits));
  }
  if (entry.state !== 'sent' || isStuck(entry)) item.append(actions(entry, acts));
  return item;
}

function status(entry, waits) {
  if (isStuck(entry)) return [element('p', words.stuck, 'station-fault')];
  if (entry.state === 'sent') return [element('p', words.sent)];
  if (entry.state === 'kept' && entry.isEdited) return [element('p', words.editing)];
  if (entry.state !== 'refused') return [element('p', waits ? words.behind : words.kept)];
  const errors = entry.problem.errors ?? [];
  const list = document.createElement('ul');
  list.append(...errors.map((one) => data('li', label(one.field) + one.title)));
  return [
    element('p', words.refused, 'station-fault'), errors.length > 0 ? list : data('p', entry.problem.title),
  ];
}

function isStuck(entry) { return entry.state === 'sent' && entry.tries >= STUCK; }

// What the form calls a field.
function label(field) {
  const found = field && document.querySelector(`label[for="f-${CSS.escape(field)}"]`)?.firstChild?.textContent.trim();
  return found ? `${found}${words.colon}` : '';
}

function actions(entry, acts) {
  const box = element('p', null, 'actions');
  if (entry.isEdited) {
    box.append(button(words.leave, () => acts.leave()));
  } else if (entry.state !== 'unreadable' && entry.state !== 'sent') {
    box.append(button(entry.state === 'refused' ? words.correct : words.change, () => acts.change(entry)));
  }
  box.append(button(words.remove, () => acts.remove(entry)));
  return box;
}

function receipt({ number, code, applicant }) {
  const item = element('li', null, 'station-entry done');
  const line = element('p', `${words.number} `);
  line.append(element('code', number), ` · ${words.code} `, element('code', code));
  item.append(data('p', applicant, 'station-who'), line);
  return item;
}

function signInLink() {
  const link = element('a', words.signIn, 'button plain-button');
  const isEnglish = location.pathname.startsWith('/en/');
  const page = location.pathname.replace(/^\/en\//, '/').replace(/\/offline$/, '/desk');
  link.href = `${isEnglish ? '/en' : ''}/sign-in?return-to=${encodeURIComponent(page)}`;
  return link;
}

function button(label, act) {
  const made = element('button', label, 'button plain-button');
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

function time(at) { return new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16); }

function element(name, text, sort) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (sort) made.className = sort;
  return made;
}

// What somebody wrote is data in whatever language it was written in.
function data(name, text, sort) {
  const made = element(name, text, sort);
  if (/[\u3000-\u9fff\uff00-\uffef]/.test(text)) made.lang = 'zh-CN';
  return made;
}
