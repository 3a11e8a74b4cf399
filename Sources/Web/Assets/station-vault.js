// Keeps a station's visits in the browser: each encrypted with the login's own key (AES-GCM), so that another login
// finds nothing but their number.

// As long as an entry is kept that could not be handed in.
const LIFE = 72 * 3600 * 1000;

const settled = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const ended = (work) => new Promise((resolve, reject) => {
  work.oncomplete = resolve;
  work.onerror = work.onabort = () => reject(work.error);
});

const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))]
  .map((one) => one.toString(16).padStart(2, '0')).join('');

export class Vault {
  static async open(login, station) {
    const request = indexedDB.open('ipzone-station', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('entries', { keyPath: 'place', autoIncrement: true });
      request.result.createObjectStore('queues', { keyPath: 'owner' });
    };
    const vault = new Vault();
    vault.store = await settled(request);
    vault.login = login?.login ?? null;
    vault.station = station;
    if (login) {
      const bytes = Uint8Array.from(atob(login.key), (symbol) => symbol.charCodeAt(0));
      vault.key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
    }
    return vault;
  }

  // Two tabs never assign the same place: the browser counts.
  async add(said) {
    const at = Date.now();
    await this.put({ at }, { ...said, key: fresh(), state: 'kept' });
  }

  // What was refused keeps its key, its turn and its time: it was taken in nowhere. Answers whether it was still here.
  async correct(place, said) {
    const found = (await this.all()).own.find((one) => one.place === place);
    if (!found || found.state === 'sent') return false;
    return await this.put(found, { ...inner(found), ...said, state: 'kept', problem: null }) !== null;
  }

  async refuse(entry, problem) { await this.put(entry, { ...inner(entry), state: 'refused', problem }); }

  // Not taken in, and not at fault: it waits, and can be changed.
  async keep(entry) { await this.put(entry, { ...inner(entry), state: 'kept' }); }

  // Sent, and the platform failed: what became of it nobody knows here.
  async failed(entry) { await this.put(entry, { ...inner(entry), tries: (entry.tries ?? 0) + 1 }); }

  // Answers whether it was still here as `entry` shows it.
  async erase(entry) {
    return this.swap(entry, (rows) => rows.delete(entry.place));
  }

  // With its queue and its place in it, written down before it is sent: sent again, it says the same. Null where it was
  // changed or erased meanwhile.
  async inTurn(entry) {
    const queue = await this.queue();
    const turn = { ...inner(entry), queue: queue.queue, sequence: queue.next, state: 'sent' };
    const mark = await this.put(entry, turn);
    return mark && { ...entry, ...turn, mark };
  }

  // Erased together with the step of the queue.
  async done(entry) {
    const work = this.store.transaction(['entries', 'queues'], 'readwrite');
    work.objectStore('entries').delete(entry.place);
    work.objectStore('queues').put({ owner: this.owner, queue: entry.queue, next: entry.sequence + 1 });
    await ended(work);
  }

  async newQueue() {
    await settled(this.rows('readwrite', 'queues').put({ owner: this.owner, queue: fresh(), next: 1 }));
  }

  // Erases what is too old, whosesoever it is; answers how many were this login's, with those that the worker erased.
  async sweep() {
    const work = this.store.transaction(['entries', 'queues'], 'readwrite');
    const [entries, queues] = [work.objectStore('entries'), work.objectStore('queues')];
    let own = 0;
    for (const row of await settled(entries.getAll())) {
      if (Date.now() - row.at < LIFE) continue;
      entries.delete(row.place);
      if (row.login === this.login && row.station === this.station) own += 1;
    }
    const noted = await settled(queues.get(`erased|${this.owner}`));
    if (noted) queues.delete(noted.owner);
    await ended(work);
    return own + (noted?.count ?? 0);
  }

  // In the order in which they were written down.
  async all() {
    const rows = await settled(this.rows().getAll());
    const own = rows.filter((row) => row.login === this.login && row.station === this.station);
    return { own: await Promise.all(own.map((row) => this.read(row))), foreign: rows.length - own.length };
  }

  get owner() { return `${this.login}|${this.station}`; }

  async queue() {
    const found = await settled(this.rows('readonly', 'queues').get(this.owner));
    if (found) return found;
    await this.newQueue();
    return settled(this.rows('readonly', 'queues').get(this.owner));
  }

  rows(mode = 'readonly', name = 'entries') { return this.store.transaction(name, mode).objectStore(name); }

  bound(at) { return new TextEncoder().encode(`${this.owner}|${at}`); }

  // Answers the mark of what is kept now; null where the row was changed or erased since `mark` was read.
  async put({ place, at, mark }, content) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const box = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: this.bound(at) }, this.key,
      new TextEncoder().encode(JSON.stringify(content)));
    const row = { login: this.login, station: this.station, at, iv, box };
    if (place === undefined) {
      await settled(this.rows('readwrite').add(row));
      return markOf(row);
    }
    const isKept = await this.swap({ place, mark }, (rows) => rows.put({ ...row, place }));
    return isKept ? markOf(row) : null;
  }

  // In one transaction, so that of two tabs the second learns what the first has done.
  async swap({ place, mark }, change) {
    const rows = this.rows('readwrite');
    const found = await settled(rows.get(place));
    if (!found || markOf(found) !== mark) return false;
    change(rows);
    await ended(rows.transaction);
    return true;
  }

  async read(row) {
    try {
      const text = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: row.iv, additionalData: this.bound(row.at) }, this.key, row.box);
      return { place: row.place, at: row.at, mark: markOf(row), ...JSON.parse(new TextDecoder().decode(text)) };
    } catch {
      return { place: row.place, at: row.at, mark: markOf(row), state: 'unreadable' };
    }
  }
}

function inner({ place, at, mark, ...content }) { return content; }

// Every writing has a number of its own.
function markOf(row) { return row.iv.join('.'); }
