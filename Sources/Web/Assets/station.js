// The page on which a station's staff write visits down, with a link or without: entries are kept encrypted in the
// browser, handed in once each and in their order, and erased then or after 72 hours.

import { Vault } from './station-vault.js';
import { show, words } from './station-view.js';

const root = document.querySelector('[data-station]');
const form = root.querySelector('form');
const page = location.pathname.replace(/\/offline$/, '/desk');
const prefix = document.documentElement.lang.startsWith('en') ? '/en' : '';
const channel = 'BroadcastChannel' in self ? new BroadcastChannel('ipzone-station') : null;
const state = { entries: [], receipts: [], erased: 0, foreign: 0, link: 'unknown', editing: null };
let login = null;
let vault = null;
let token = form.querySelector('input[name="form-token"]')?.value;
let again = false;
let busy = false;
// Longer than any answer takes; without an end a lost one would hold up all that follows.
const patience = () => ({ signal: AbortSignal.timeout(15000) });

const isSafe = self.isSecureContext && self.crypto?.subtle && 'serviceWorker' in navigator && self.indexedDB
  && navigator.locks;
if (!isSafe) {
  show(root, { ...state, link: 'unsafe' }, {});
} else {
  try {
    await begin();
  } catch {
    // The form stays what it is without a script: submitted at once.
    show(root, { ...state, link: 'broken' }, {});
  }
}

async function begin() {
  remember(root.dataset.login, root.dataset.key);
  login ??= JSON.parse(sessionStorage.getItem('ipzone-station') ?? 'null');
  await open();
  form.addEventListener('submit', enter);
  addEventListener('online', () => handIn());
  addEventListener('offline', () => { state.link = 'offline'; draw(); });
  channel?.addEventListener('message', ({ data }) => {
    if (data.signedOut) { forget(); return; }
    if (data.receipt && data.login === login?.login) state.receipts.push(data.receipt);
    refresh();
  });
  root.querySelector('.station-send').addEventListener('click', () => handIn());
  setInterval(async () => { await refresh(); if (state.entries.length > 0) handIn(); }, 10000);
  keepCopy();
  await refresh();
  await handIn();
}

// The key is the login's own: it lives as long as this tab does, and signing out forgets it.
function remember(name, key) {
  if (!name || !key) return;
  login = { login: name, key };
  sessionStorage.setItem('ipzone-station', JSON.stringify(login));
}

async function open() {
  vault = await Vault.open(login, root.dataset.station);
}

// Only from the page itself: its copy has no one to ask.
async function keepCopy() {
  const scope = `${prefix}/stations/`;
  try {
    await navigator.serviceWorker.register('/assets/station-worker.js', { scope });
    const worker = (await navigator.serviceWorker.getRegistration(page))?.active
      ?? (await navigator.serviceWorker.ready).active;
    const linked = [...document.querySelectorAll('link[rel="stylesheet"], link[rel="icon"]')].map((one) => one.href);
    const scripts = [...document.querySelectorAll('script[src]')].map((one) => one.src);
    const modules = ['station-vault.js', 'station-view.js', 'station-words.js'].map((name) => new URL(name, import.meta.url).href);
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      if (data.kept) root.dataset.copy = 'kept';
      state.hasCopy = data.kept;
      draw();
    });
    navigator.serviceWorker.startMessages();
    if (navigator.onLine) {
      worker.postMessage({ page, shell: root.dataset.shell, files: [...linked, ...scripts, ...modules] });
    }
  } catch {
    state.hasCopy = false;
    draw();
  }
}

// Somebody signed out in another tab: of what is kept here only the number is shown.
async function forget() {
  login = null;
  token = undefined;
  sessionStorage.removeItem('ipzone-station');
  delete root.dataset.login;
  delete root.dataset.key;
  form.reset();
  Object.assign(state, { entries: [], receipts: [], editing: null, isLost: false, link: 'expired' });
  draw();
  try {
    await open();
  } catch {
    state.isUnstored = true;
  }
  await refresh();
}

async function refresh() {
  const kept = vault;
  try {
    const erased = await kept.sweep();
    const { own, foreign } = await kept.all();
    // Not what another login has read meanwhile.
    if (kept !== vault) return;
    state.erased += erased;
    state.entries = own;
    state.foreign = foreign;
  } catch {
    state.isUnstored = true;
  }
  draw();
}

function draw() {
  show(root, { ...state, hasLogin: login !== null }, { change, leave, remove, handIn });
}

async function enter(event) {
  event.preventDefault();
  if (state.isEntering || !login || !form.reportValidity()) return;
  const data = new FormData(form);
  const answers = [...new Set([...data.keys()])]
    .filter((name) => !['form-token', 'form-id', 'applicant', 'applicant-code', 'return-to', 'carried'].includes(name))
    .map((field) => ({ field, text: data.getAll(field).join(';') }));
  const said = {
    applicant: data.get('applicant').trim(), organisation: data.get('applicant-code').trim(), answers,
  };
  state.isEntering = true;
  draw();
  const isKept = await write(state.editing, said);
  state.isEntering = false;
  if (!isKept) { draw(); return; }
  form.reset();
  form.querySelector('[name="applicant"]').focus();
  channel?.postMessage({ changed: true });
  await refresh();
  handIn();
}

// Answers whether it is kept; if not, the form stays as it was filled in, and the page says why.
async function write(changed, said) {
  try {
    const isHere = changed === null || await vault.correct(changed, said);
    if (changed === null) await vault.add(said);
    Object.assign(state, { editing: null, isLost: !isHere, isUnstored: false });
    if (!isHere) await refresh();
    return isHere;
  } catch {
    state.isUnstored = true;
    return false;
  }
}

function leave() {
  state.editing = null;
  form.reset();
  draw();
  handIn();
}

function change(entry) {
  state.editing = entry.place;
  state.isLost = false;
  const said = { applicant: entry.applicant, 'applicant-code': entry.organisation };
  for (const { field, text } of entry.answers) said[field] = text;
  for (const [name, text] of Object.entries(said)) {
    for (const input of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (input.type === 'radio' || input.type === 'checkbox') input.checked = text.split(';').includes(input.value);
      else input.value = text;
    }
  }
  draw();
  const fault = entry.problem?.errors?.find((one) => one.field)?.field ?? 'applicant';
  (form.querySelector(`[name="${CSS.escape(fault)}"]`) ?? form.querySelector('[name="applicant"]')).focus();
}

async function remove(entry) {
  if (!confirm(entry.state === 'sent' ? words.sureSent : words.sure)) return;
  try {
    state.isLost = !await vault.erase(entry);
  } catch {
    state.isUnstored = true;
  }
  if (state.editing === entry.place) state.editing = null;
  channel?.postMessage({ changed: true });
  await refresh();
  handIn();
}

// One tab at a time hands in, one entry after the other; what was refused holds up those behind it, so that the order
// stays that of the visits.
async function handIn() {
  if (busy) { again = true; return; }
  busy = true;
  try {
    do {
      again = false;
      await navigator.locks.request('ipzone-station', handInAll);
    } while (again);
  } catch {
    state.link = 'trouble';
  } finally {
    busy = false;
  }
  await refresh();
}

async function handInAll() {
  const { own: waiting } = await vault.all();
  if (waiting.length === 0) {
    if (state.link === 'unknown' || state.link === 'offline') state.link = navigator.onLine ? 'online' : 'offline';
    return;
  }
  // Who has never signed in here has nothing to hand in.
  if (!login || !await signIn()) return;
  const kept = vault;
  let renewed = false;
  for (;;) {
    const { own } = await kept.all();
    const entry = own.find((one) => one.state !== 'unreadable');
    // What is being changed waits, and those behind it with it: the order stays that of the visits.
    if (!entry || entry.state === 'refused' || entry.place === state.editing) return;
    const turn = await kept.inTurn(entry);
    if (!turn) continue;
    const outcome = await send(turn, kept);
    if (outcome === 'later') return;
    if (outcome === 'out-of-order') {
      if (renewed) return;
      renewed = true;
      await kept.newQueue();
    }
    if (kept !== vault) return;
    ({ own: state.entries } = await kept.all());
    draw();
  }
}

// Who is signed in now, by the page itself: its session may have ended, or be another's.
async function signIn() {
  const before = login;
  let answer;
  let text;
  try {
    answer = await fetch(page, {
      headers: { Accept: 'text/html' }, cache: 'no-store', redirect: 'follow', ...patience(),
    });
    if (answer.status >= 500) { state.link = 'trouble'; return false; }
    text = await answer.text();
  } catch {
    state.link = 'offline';
    return false;
  }
  // Signed out while the zone was asked.
  if (login !== before) return false;
  const shown = new DOMParser().parseFromString(text, 'text/html').querySelector('[data-station][data-key]');
  if (!shown) {
    state.link = answer.status === 403 || answer.status === 404 ? 'forbidden' : 'expired';
    return false;
  }
  if (shown.dataset.login !== login?.login) {
    remember(shown.dataset.login, shown.dataset.key);
    state.receipts = [];
    state.editing = null;
    await open();
  }
  token = shown.querySelector('input[name="form-token"]')?.value;
  if (!token) { state.link = 'trouble'; return false; }
  state.link = 'online';
  return true;
}

// What says nothing against the entry, but that it cannot be taken in now.
const passing = {
  'web.form-expired': 'trouble', 'stations.closed': 'closed', 'stations.not-staff': 'forbidden',
  'stations.unknown': 'forbidden', 'journal.changed-meanwhile': 'trouble',
};

async function send(entry, kept) {
  let answer;
  try {
    answer = await fetch(`/api/v1/stations/${root.dataset.station}/visits`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json', 'X-CSRF-Token': token,
        'Accept-Language': document.documentElement.lang,
      },
      body: JSON.stringify({
        queue: entry.queue, sequence: entry.sequence, key: entry.key, visitedAt: new Date(entry.at).toISOString(),
        applicant: entry.applicant, organisation: entry.organisation, answers: entry.answers,
      }),
      ...patience(),
    });
  } catch {
    state.link = 'offline';
    return 'later';
  }
  if (answer.status >= 500) { await kept.failed(entry); state.link = 'trouble'; return 'later'; }
  if (answer.status === 429) { state.link = 'trouble'; return 'later'; }
  let body;
  try {
    body = await answer.json();
  } catch {
    state.link = answer.ok ? 'offline' : 'trouble';
    return 'later';
  }
  if (answer.ok) {
    await kept.done(entry);
    const receipt = { number: body.number, code: body.code, applicant: entry.applicant };
    if (kept === vault) state.receipts.push(receipt);
    channel?.postMessage({ receipt, login: kept.login });
    return 'done';
  }
  if (body.code === 'stations.out-of-order') return 'out-of-order';
  const link = answer.status === 401 ? 'expired' : passing[body.code] ?? (answer.status === 403 ? 'forbidden' : null);
  if (link) {
    await kept.keep(entry);
    state.link = link;
    return 'later';
  }
  await kept.refuse(entry, { title: body.title, errors: body.errors });
  return 'refused';
}
