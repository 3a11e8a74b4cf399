// Adds to pages that already work without it: closing menus, copying, the progress of jobs and of uploads.

const isEnglish = document.documentElement.lang.startsWith('en');

document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details[name="menu"][open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details[name="menu"][open]')) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
  }
});

for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const label = button.textContent;
    button.textContent = isEnglish ? 'Copied' : '已复制';
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

// One form is submitted once. Whoever comes back to a page finds the form that was submitted, not a fresh one, so that
// the portal can tell; a page that is loaded anew has fresh forms.
const formIDs = [...document.querySelectorAll('input[name="form-id"]')];
if (formIDs.length > 0) {
  const [visit] = performance.getEntriesByType('navigation');
  const kept = history.state?.formIDs;
  if (visit?.type === 'back_forward' && kept?.length === formIDs.length) {
    formIDs.forEach((field, place) => { field.value = kept[place]; });
  } else {
    history.replaceState({ formIDs: formIDs.map((field) => field.value) }, '');
  }
}

// A second click within seconds is the same click.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  setTimeout(() => { delete form.dataset.sent; }, 5000);
});
// Signing out forgets the key of what a station's page has kept, in this tab and in all others.
document.addEventListener('submit', (event) => {
  if (!event.target.getAttribute('action')?.endsWith('/sign-out')) return;
  sessionStorage.removeItem('ipzone-station');
  if ('BroadcastChannel' in self) new BroadcastChannel('ipzone-station').postMessage({ signedOut: true });
});
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// A part of a form that only some answers ask for shows with them. What is hidden is neither checked nor sent.
function showParts() {
  for (const part of document.querySelectorAll('[data-asked-by]')) {
    const asked = [...part.form.querySelectorAll(`[name="${CSS.escape(part.dataset.askedBy)}"]`)];
    const answer = asked.find((one) => (one.type === 'radio' ? one.checked : true))?.value ?? '';
    part.hidden = part.disabled = !part.dataset.askedWith.split(' ').includes(answer);
  }
}
document.addEventListener('change', showParts);
window.addEventListener('pageshow', showParts);
showParts();

// A job that runs: fetch the page's newer state and put its progress in place; reload once it has ended.
async function refresh(bar) {
  const answer = await fetch(bar.dataset.refresh, { headers: { Accept: 'text/html' } });
  if (!answer.ok) return setTimeout(() => refresh(bar), 10000);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector(`.progress[data-refresh="${CSS.escape(bar.dataset.refresh)}"]`);
  if (!fresh) return location.reload();
  bar.replaceChildren(...fresh.childNodes);
  setTimeout(() => refresh(bar), 2000);
}
for (const bar of document.querySelectorAll('.progress[data-refresh]')) setTimeout(() => refresh(bar), 2000);

// An upload: show how far it has come; the answer is shown as the browser would have.
for (const form of document.querySelectorAll('form[data-upload]')) {
  form.addEventListener('submit', (event) => {
    const chosen = [...form.querySelectorAll('input[type="file"]')].some((input) => input.files.length > 0);
    if (!chosen) return;
    event.preventDefault();
    const shown = uploadProgress(form);
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.responseType = 'text';
    request.upload.addEventListener('progress', (state) => {
      const share = Math.floor((state.loaded / state.total) * 100);
      shown.bar.value = share;
      shown.text.textContent = share < 100 ? `${share}%` : isEnglish ? 'Reading…' : '正在读取……';
    });
    request.addEventListener('load', () => {
      if (request.responseURL && new URL(request.responseURL).href !== new URL(form.action).href) {
        location.assign(request.responseURL);
        return;
      }
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.addEventListener('error', () => {
      shown.text.textContent = isEnglish ? 'The connection broke; please try again' : '连接中断，请重试';
      shown.button.disabled = false;
    });
    request.send(new FormData(form));
  });
}

function uploadProgress(form) {
  const button = form.querySelector('button');
  button.disabled = true;
  const box = document.createElement('div');
  box.className = 'progress';
  box.setAttribute('role', 'status');
  const label = document.createElement('span');
  label.textContent = isEnglish ? 'Uploading' : '正在上传';
  const bar = document.createElement('progress');
  bar.max = 100;
  const text = document.createElement('span');
  text.className = 'progress-text';
  box.append(label, bar, text);
  form.querySelector('.progress')?.remove();
  form.append(box);
  return { bar, text, button };
}

// A printed page says where it came from and when; times are those of Nanjing, as on the pages.
addEventListener('beforeprint', () => {
  const now = new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
  for (const place of document.querySelectorAll('[data-printed]')) place.textContent = now;
  for (const place of document.querySelectorAll('[data-address]')) place.textContent = location.href;
});
