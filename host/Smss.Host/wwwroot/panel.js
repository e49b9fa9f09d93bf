// Keeps a page of the panel fresh while it is open. Without this script the same pages work by being loaded again.
//
//   <div id="live" data-stream="…" data-fresh="…">   what changes; the stream says when, data-fresh holds it anew
//   <form id="say">                                   sends without leaving the page

const live = () => document.getElementById('live');
const say = document.getElementById('say');

const isAtEnd = node => node.scrollHeight - node.scrollTop - node.clientHeight < 60;
const toEnd = () => { live().scrollTop = live().scrollHeight; };

/** Takes the changed part out of a page and puts it in place of the old one; false when it is not there any more. */
function replace(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const fresh = page.getElementById('live');
  if (!fresh) return false;
  if (page.title) document.title = page.title;
  if (fresh.innerHTML === live().innerHTML) return true;
  const focused = document.activeElement?.id;
  const atEnd = isAtEnd(live());
  live().replaceChildren(...fresh.childNodes);
  if (focused) document.getElementById(focused)?.focus();
  if (atEnd) toEnd();
  return true;
}

/** The session or the conversation is over. What is being written stays until it is sent, and the answer then says so. */
function over() {
  if (!say?.elements.words.value.trim()) location.reload();
}

let asking = false;
let again = false;
async function refresh() {
  again = true;
  if (asking) return;
  asking = true;
  while (again) {
    again = false;
    try {
      const response = await fetch(live().dataset.fresh, { cache: 'no-store' });
      if (response.status >= 500) continue;
      if (!response.ok || !replace(await response.text())) over();
    } catch { /* the network is away: the stream says so and comes back */ }
  }
  asking = false;
}

if (live()) {
  toEnd();
  const stream = new EventSource(live().dataset.stream);
  let opened = false;
  stream.addEventListener('open', () => {
    if (opened) refresh();
    opened = true;
  });
  stream.addEventListener('change', refresh);
  stream.addEventListener('error', () => { if (stream.readyState === EventSource.CLOSED) over(); });
  addEventListener('pagehide', () => stream.close());
}

say?.addEventListener('submit', async event => {
  event.preventDefault();
  const button = say.querySelector('button');
  const words = new FormData(say);
  words.set('fresh', 'true');
  button.disabled = true;
  try {
    const response = await fetch(say.action, { method: 'POST', body: words });
    if (!response.ok || !replace(await response.text())) throw new Error(String(response.status));
    say.elements.words.value = '';
    say.elements.key.value = crypto.randomUUID();
    toEnd();
    say.elements.words.focus();
  } catch {
    // The plain way shows what is wrong; the key makes sure that nothing is said twice.
    say.submit();
  } finally {
    button.disabled = false;
  }
});
