// The chat of the site: a Direct Line 3.0 client in one file, without framework or build step.
//
//   <section id="chat" class="chat" data-lang="pl" data-privacy="/prywatnosc" data-texts="{…}" data-languages="[…]"></section>
//   <script type="module" src="/chat.js"></script>
//
// data-texts, all required: title, listLabel, you, bot, machine, privacy, placeholder, send, sending, retry, typing,
//   offline, fresh, newMessages, left (with {n}), restart, restartSure, choices, languages.
// data-languages, optional: [{"lang":"uk","name":"Українська","href":"/uk"}, …], the page of each language.
//
// Two things run side by side. `connect` owns the session: it alone asks for tokens, starts or resumes the conversation
// and listens, for ever. `deliver` posts one message after another, each under a clientActivityID of its own, so that the
// server recognises a repeat and the stream's echo finds the bubble already on screen.

const root = document.getElementById('chat');
const { lang = 'pl', privacy } = root.dataset;
const texts = JSON.parse(root.dataset.texts);
const languages = JSON.parse(root.dataset.languages || '[]');

const API = '/v3/directline';
const LIMIT = 2000;
const RETRIES = 5;
const KEEP_ALIVE = 20000;
const SILENCE = 65000;
const REFUSED = [401, 403, 404, 410];

// ---------------------------------------------------------------- small things

const el = (tag, className, ...children) => {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.filter(child => child != null));
  return node;
};

const button = (className, label, onClick) => {
  const node = el('button', className, label);
  node.type = 'button';
  node.addEventListener('click', onClick);
  return node;
};

const randomId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');

/** From 1 s to at most 3, 5, 9, 17, 30 s: thousands of pages must not come back to a restarted host in the same instant. */
const backoff = (failures, retryAfter = 0) =>
  Math.min(30000, Math.max(retryAfter * 1000, 1000 + Math.random() * 2000 * 2 ** Math.min(failures, 4)));

/** A wait that something else can cut short. */
const napping = () => {
  let wake = () => {};
  return {
    sleep: ms => new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      wake = () => { clearTimeout(timer); resolve(); };
    }),
    wake: () => wake(),
  };
};

class Failure extends Error {
  constructor(status, retryAfter) {
    super(`HTTP ${status}`);
    this.status = status;
    this.retryAfter = Number(retryAfter) || 0;
  }
}

/** Status 0 of the failure: no answer, or one that is not ours (the sign-in page of a public network). */
async function http(method, url, body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 20000);
  const headers = { Accept: 'application/json' };
  if (body) headers['Content-Type'] = 'application/json';
  if (session.token && url.startsWith(API)) headers.Authorization = `Bearer ${session.token}`;
  try {
    const response = await fetch(url, {
      method, headers, body: body && JSON.stringify(body), signal: stop.signal, cache: 'no-store', credentials: 'omit',
    });
    if (!response.ok) throw new Failure(response.status, response.headers.get('Retry-After'));
    return response.status === 204 ? {} : await response.json();
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(0);
  } finally {
    clearTimeout(timer);
  }
}

// ---------------------------------------------------------------- session

const session = { id: null, resume: null, token: null, refreshAt: 0, started: false, watermark: '', joined: false };

const MEMORY = 'smss.chat';
try {
  const { id, resume } = JSON.parse(localStorage.getItem(MEMORY)) || {};
  if (id && resume) Object.assign(session, { id, resume, started: true });
} catch { /* storage is blocked or spoilt: the conversation lasts as long as the page */ }

function remember() {
  try {
    if (session.id) localStorage.setItem(MEMORY, JSON.stringify({ id: session.id, resume: session.resume }));
    else localStorage.removeItem(MEMORY);
  } catch { /* as above */ }
}

const conversation = () => `${API}/conversations/${encodeURIComponent(session.id)}`;

function takeToken({ token, expires_in: seconds = 1800 }) {
  if (!token) return;
  session.token = token;
  session.refreshAt = Date.now() + seconds * 600;
}

function forget() {
  Object.assign(session, { id: null, resume: null, token: null, started: false, watermark: '', joined: false });
}

/** A token by the resume key; when the key opens nothing any more, one for a fresh conversation. */
async function authorise() {
  const before = session.id;
  let grant;
  try {
    grant = await http('POST', '/chat/token', session.resume ? { resume: session.resume, conversationId: before } : {});
  } catch (error) {
    if (!session.resume || !REFUSED.includes(error.status)) throw error;
    grant = await http('POST', '/chat/token', {});
  }
  if (grant.conversationId !== before) {
    forget();
    session.id = grant.conversationId;
    if (before) note(texts.fresh);
  }
  session.resume = grant.resume || session.resume;
  takeToken(grant);
}

/** Sees to it that the token is good for a while. */
async function refresh() {
  if (session.token) {
    if (Date.now() < session.refreshAt) return;
    try {
      return takeToken(await http('POST', `${API}/tokens/refresh`));
    } catch (error) {
      if (!REFUSED.includes(error.status)) return;
      session.token = null;
    }
  }
  await authorise();
}

/** The token or the conversation is no longer good: the loop below gets another. */
function refused(status) {
  session.token = null;
  if (status === 404) Object.assign(session, { started: false, watermark: '' });
  stream.end();
  pace.wake();
}

// ---------------------------------------------------------------- listening

const pace = napping();
const stream = { end() {}, heard: 0 };

async function connect() {
  let failures = 0;
  let mute = 0;
  for (;;) {
    let wait = 0;
    const since = Date.now();
    try {
      const address = await open();
      say('');
      posting.wake();
      mute = await listen(address).catch(() => false) ? 0 : mute + 1;
      if (mute) await poll(Date.now() + Math.min(60000, 5000 * 2 ** mute));
    } catch (error) {
      if (REFUSED.includes(error.status)) refused(error.status);
      wait = error.retryAfter || 0;
    }
    if (Date.now() - since > 10000) failures = 0;
    if (failures > 0) say(texts.offline);
    await pace.sleep(backoff(failures++, wait));
  }
}

/** Starts the conversation or comes back to it, and says where its stream is. */
async function open() {
  await refresh();
  const answer = session.started
    ? await http('GET', `${conversation()}?watermark=${encodeURIComponent(session.watermark)}`)
    : await http('POST', `${API}/conversations`, { locale: lang });
  session.started = true;
  takeToken(answer);
  remember();
  if (!session.watermark) await readHistory();
  if (!session.joined) join();
  return answer.streamUrl;
}

async function readHistory() {
  log.setAttribute('aria-live', 'off');
  await pull();
  scrollDown();
  setTimeout(() => log.setAttribute('aria-live', 'polite'), 500);
}

async function pull() {
  for (let before = null; before !== session.watermark;) {
    before = session.watermark;
    const set = await http('GET', `${conversation()}/activities?watermark=${encodeURIComponent(before)}`);
    receive(set);
    if (!(set.activities || []).length) return;
  }
}

/** Until the socket ends; tells whether anything at all came through it. */
function listen(address) {
  return new Promise(resolve => {
    // The page's own origin is the only one its policy allows, whatever a proxy made the server believe.
    const url = new URL(address, location.href);
    url.protocol = location.protocol.replace('http', 'ws');
    url.host = location.host;

    const socket = new WebSocket(url.href);
    let alive = false;
    stream.heard = Date.now();
    const tick = setInterval(async () => {
      if (Date.now() - stream.heard > SILENCE) return stream.end();
      if (socket.readyState === WebSocket.OPEN) socket.send('');
      const { id } = session;
      await refresh().catch(() => {});
      if (session.id !== id) stream.end();
    }, KEEP_ALIVE);
    const impatience = setTimeout(() => { if (socket.readyState !== WebSocket.OPEN) stream.end(); }, 15000);

    stream.end = () => {
      stream.end = () => {};
      clearInterval(tick);
      clearTimeout(impatience);
      socket.onmessage = socket.onclose = null;
      socket.close();
      resolve(alive);
    };
    socket.onmessage = ({ data }) => {
      alive = true;
      stream.heard = Date.now();
      if (data) receive(JSON.parse(data));
    };
    socket.onclose = () => stream.end();
  });
}

/** For networks that let no socket through; now and then `connect` tries one again. */
async function poll(until) {
  while (Date.now() < until) {
    await refresh();
    await pull();
    await pace.sleep(document.hidden ? 10000 : 2000);
  }
}

function lookAgain() {
  if (document.hidden) return;
  if (Date.now() - stream.heard > 35000) stream.end();
  pace.wake();
  posting.wake();
}

// ---------------------------------------------------------------- receiving

const seen = new Set();
const pending = new Map();

function receive({ activities = [], watermark }) {
  const atBottom = isAtBottom();
  const shown = activities.map(takeSafely).filter(Boolean);
  if (watermark != null) session.watermark = String(watermark);
  if (!shown.length) return;
  if (atBottom) scrollTo(shown[0]);
  else more.hidden = false;
}

/** One odd activity must not hide those after it. */
function takeSafely(activity) {
  try {
    return take(activity);
  } catch (error) {
    console.error(error);
    return null;
  }
}

/** Shows one activity, once; answers with what is new on screen. */
function take(activity) {
  const mine = activity.from?.role === 'user';
  const key = activity.channelData?.clientActivityID;
  if (activity.type === 'typing') {
    if (!mine) showTyping();
    return null;
  }
  if (seen.has(activity.id) || (mine && key && seen.has(key))) return null;
  seen.add(activity.id);
  if (mine && key) seen.add(key);
  if (mine && activity.type === 'event' && activity.name === 'webchat/join') session.joined = true;

  const waiting = mine && pending.get(key);
  if (waiting) {
    pending.delete(key);
    waiting.arrived = true;
    if (waiting.bubble) settle(waiting.bubble);
    return null;
  }
  if (activity.type !== 'message') return null;
  const bubble = render(activity, mine);
  if (!bubble) return null;
  typing.hidden = true;
  place(bubble);
  offer(mine ? [] : activity.suggestedActions?.actions || []);
  return bubble;
}

// ---------------------------------------------------------------- sending

const posting = napping();
const outbox = [];
let draining = false;

function send(activity, shown) {
  const key = activity.channelData?.clientActivityID || randomId();
  const item = {
    activity: { ...activity, locale: lang, from: { id: 'resident', role: 'user' }, channelData: { ...activity.channelData, clientActivityID: key } },
    bubble: null,
    arrived: false,
  };
  if (shown) {
    item.bubble = render({ text: shown, timestamp: new Date().toISOString() }, true);
    item.bubble.append(el('p', 'chat-state', texts.sending));
    log.insertBefore(item.bubble, choices);
    scrollDown();
  }
  offer([]);
  pending.set(key, item);
  enqueue(item);
}

async function enqueue(item) {
  outbox.push(item);
  if (draining) return;
  draining = true;
  while (outbox.length) {
    if (!await deliver(outbox[0])) failed(outbox[0]);
    outbox.shift();
  }
  draining = false;
}

async function deliver(item) {
  for (let attempt = 0; attempt <= RETRIES; attempt++) {
    let wait = 0;
    try {
      if (item.arrived) return true;
      if (!session.started || !session.token) throw new Failure(0);
      await http('POST', `${conversation()}/activities`, item.activity);
      mark(item.bubble, null);
      return true;
    } catch ({ status, retryAfter }) {
      if (REFUSED.includes(status)) refused(status);
      else if (status >= 400 && status < 500 && status !== 408 && status !== 429) return item.arrived;
      wait = retryAfter;
    }
    if (attempt < RETRIES) await posting.sleep(backoff(attempt, wait));
  }
  return item.arrived;
}

function failed(item) {
  if (!item.bubble) return;
  mark(item.bubble, button('chat-retry', texts.retry, () => {
    mark(item.bubble, el('p', 'chat-state', texts.sending));
    input.focus();
    enqueue(item);
  }));
}

function join() {
  session.joined = true;
  // The same id in every tab and after every reload: the server counts it once.
  send({ type: 'event', name: 'webchat/join', value: { language: lang }, channelData: { clientActivityID: `join-${session.id}` } });
}

const tell = text => send({ type: 'message', text, textFormat: 'plain' }, text);

/** What a pressed button sends, as the protocol's table of card actions says. */
function press({ type, title, text, displayText, value }) {
  const said = String(value == null || typeof value === 'object' ? title : value);
  if (type === 'messageBack') {
    const shown = displayText || text || title;
    send({ type: 'message', text: text || '', value, channelData: { messageBack: { displayText: shown } } }, shown);
  } else if (type === 'postBack') {
    send({ type: 'message', ...(typeof value === 'object' ? { value } : { text: said }), channelData: { postBack: true } });
  } else {
    tell(said);
  }
  // Focus goes to the input, but on a touch screen that would raise the keyboard over the answer.
  (matchMedia('(pointer: coarse)').matches ? log : input).focus();
}

// ---------------------------------------------------------------- drawing

const dates = lang === 'en' ? 'en-GB' : lang;
const timeFormat = new Intl.DateTimeFormat(dates, { hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat(dates, { weekday: 'long', day: 'numeric', month: 'long' });

const LINKS = new RegExp([
  'https?://[^\\s<>"]+', 'mailto:[^\\s<>"]+', '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+', 'tel:\\+?\\d[\\d-]+',
  '\\+48(?:[ \\u00a0-]?\\d){9}\\b', '\\b800[ \\u00a0]?120[ \\u00a0]?002\\b', '\\b116[ \\u00a0]?1(?:23|11)\\b', '\\b112\\b',
].join('|'), 'g');

/** "112" is a phone number, "112 ofert" is not. */
const isCount = (match, before, after) => match === '112' && /^[ \u00a0]?[\p{L}\d]/u.test(after)
  && !/(?:pod|numer|numeru|na|dzwoń|zadzwoń|tel\.?|call|dial|number|номер|номером|дзвоніть)[:\s]*$/i.test(before);

function href(match) {
  if (/^(https?|mailto|tel):/.test(match)) return match;
  return match.includes('@') ? `mailto:${match}` : `tel:${match.replace(/[^\d+]/g, '')}`;
}

function link(name, address, className) {
  let url;
  try { url = new URL(address, location.href); } catch { return null; }
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) return null;
  const node = el('a', className, name);
  node.href = url.href;
  if (url.protocol.startsWith('http')) {
    node.rel = 'noopener';
    if (window.top !== window) node.target = '_blank';
  }
  return node;
}

function linked(text) {
  const parts = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(LINKS)) {
    const match = found.replace(/[.,;:!?'”»)\]]+$/, '');
    if (isCount(match, text.slice(0, index), text.slice(index + 3))) continue;
    parts.push(text.slice(end, index), link(match, href(match)) || match);
    end = index + match.length;
  }
  return [...parts, text.slice(end)];
}

const paragraph = (className, text) => text ? el('p', className, ...linked(String(text))) : null;

function choice(action) {
  if (['imBack', 'messageBack', 'postBack'].includes(action.type)) {
    return button('chat-choice', action.title || String(action.value), () => press(action));
  }
  return ['openUrl', 'downloadFile', 'showImage', 'call'].includes(action.type)
    ? link(action.title || action.value, action.value, 'chat-choice') : null;
}

function card({ contentType = '', content, contentUrl, name }) {
  if (!/card\.(hero|thumbnail)$/.test(contentType)) return contentUrl ? link(name || contentUrl, contentUrl, 'chat-file') : null;
  const { title, subtitle, text, buttons = [] } = content || {};
  const actions = buttons.map(choice).filter(Boolean);
  return el('article', 'chat-card',
    title ? el('h3', '', title) : null,
    paragraph('chat-subtitle', subtitle),
    paragraph('', text),
    actions.length ? el('div', 'chat-actions', ...actions) : null);
}

/** Who said it and when, for the lines between the bubbles. */
const origin = new WeakMap();

function render(activity, mine) {
  const { postBack, messageBack } = activity.channelData || {};
  const text = mine && postBack ? '' : mine && messageBack?.displayText || activity.text;
  const cards = (activity.attachments || []).map(card).filter(Boolean);
  if (!text && !cards.length) return null;

  const when = activity.timestamp ? new Date(activity.timestamp) : new Date();
  const time = el('time', 'sr', `, ${timeFormat.format(when)}`);
  time.dateTime = when.toISOString();
  const sender = mine ? texts.you : activity.from?.name || texts.bot;
  const node = el('div', `chat-message ${mine ? 'chat-mine' : 'chat-theirs'}`,
    el('p', mine ? 'sr' : 'chat-from', sender, time),
    text ? el('div', 'chat-text', ...(mine ? [el('bdi', '', text)] : linked(text))) : null,
    ...cards);
  if (!mine && activity.locale) node.lang = activity.locale;
  origin.set(node, { sender, when });
  return node;
}

const firstUnsent = () => [...pending.values()].map(item => item.bubble).find(Boolean);

/** Unsent messages stay at the end, so that the order is the server's, today and after a reload. */
function place(bubble) {
  const next = firstUnsent() || choices;
  const { sender, when } = origin.get(bubble);
  const last = origin.get(next.previousElementSibling);
  if (when.toDateString() !== (last ? last.when : new Date()).toDateString()) {
    log.insertBefore(el('p', 'chat-note', dayFormat.format(when)), next);
  } else if (last?.sender === sender) {
    bubble.firstChild.className = 'sr';
  }
  log.insertBefore(bubble, next);
}

function settle(bubble) {
  mark(bubble, null);
  const first = firstUnsent();
  if (first && first.compareDocumentPosition(bubble) & Node.DOCUMENT_POSITION_FOLLOWING) log.insertBefore(bubble, first);
}

function mark(bubble, state) {
  if (!bubble) return;
  const atBottom = isAtBottom();
  const old = bubble.querySelector('.chat-state, .chat-retry');
  if (old) old.remove();
  if (state) bubble.append(state);
  if (atBottom) scrollDown();
}

function note(text) {
  log.insertBefore(el('p', 'chat-note', text), firstUnsent() || choices);
  scrollDown();
}

function offer(actions) {
  choices.replaceChildren(...actions.map(choice).filter(Boolean));
  choices.hidden = !choices.childElementCount;
}

let typingEnds;
function showTyping() {
  const atBottom = isAtBottom();
  typing.hidden = false;
  clearTimeout(typingEnds);
  typingEnds = setTimeout(() => { typing.hidden = true; }, 5000);
  if (atBottom) scrollDown();
}

const say = text => { if (status.textContent !== text) status.textContent = text; };

const isAtBottom = () => log.scrollHeight - log.scrollTop - log.clientHeight < 60;
const scrollDown = () => { log.scrollTop = log.scrollHeight; };

/** To the end, but never past the beginning of what has just come. */
function scrollTo(node) {
  log.scrollTop = Math.min(log.scrollHeight, node.offsetTop - log.offsetTop - 8);
  more.hidden = isAtBottom();
}

// ---------------------------------------------------------------- the page

const log = el('div', 'chat-log');
log.setAttribute('role', 'log');
log.setAttribute('aria-live', 'polite');
log.setAttribute('aria-label', texts.listLabel);
log.tabIndex = 0;
log.addEventListener('scroll', () => { if (isAtBottom()) more.hidden = true; });

const more = button('chat-more', texts.newMessages, () => { scrollDown(); log.focus(); });
more.hidden = true;

const typing = el('p', 'chat-typing', texts.typing, el('span', 'chat-dots'));
typing.hidden = true;

const choices = el('div', 'chat-choices');
choices.setAttribute('role', 'group');
choices.setAttribute('aria-label', texts.choices);
choices.hidden = true;
log.append(choices);

const status = el('p', 'chat-status');
status.setAttribute('role', 'status');

const left = el('p', 'chat-left');
left.setAttribute('role', 'status');

const input = el('textarea');
input.id = 'chat-input';
input.rows = 1;
input.maxLength = LIMIT;
input.placeholder = texts.placeholder;
input.setAttribute('enterkeyhint', 'send');
input.setAttribute('autocomplete', 'off');

const label = el('label', 'sr', texts.placeholder);
label.htmlFor = input.id;

const submit = el('button', 'button', texts.send);
const form = el('form', 'chat-form', label, input, submit);

let counting;
function count() {
  clearTimeout(counting);
  const rest = LIMIT - input.value.length;
  const text = rest <= 200 ? texts.left.replace('{n}', rest) : '';
  // Said when the typing pauses, not at every key.
  counting = setTimeout(() => { left.textContent = text; }, text ? 500 : 0);
}

function submitText() {
  const text = input.value.trim();
  input.focus();
  if (!text) return;
  input.value = '';
  count();
  tell(text);
}

form.addEventListener('submit', event => { event.preventDefault(); submitText(); });
input.addEventListener('input', count);
input.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submitText();
});

/** Asks once more on the same button: what is forgotten here cannot be brought back on this device. */
let sure;
const restart = button('chat-restart', texts.restart, () => {
  clearTimeout(sure);
  if (restart.textContent === texts.restart) {
    restart.textContent = texts.restartSure;
    sure = setTimeout(() => { restart.textContent = texts.restart; }, 6000);
    return;
  }
  forget();
  remember();
  location.reload();
});

const languageLinks = languages.map(({ lang: code, name, href: address }) => {
  const node = link(name, address);
  node.lang = node.hreflang = code;
  node.removeAttribute('target');
  if (code === lang) node.setAttribute('aria-current', 'true');
  return node;
});
const languageNav = el('nav', 'chat-languages', ...languageLinks);
languageNav.setAttribute('aria-label', texts.languages);

root.append(
  el('header', 'chat-header', el('h2', '', texts.title), languages.length ? languageNav : null),
  el('div', 'chat-machine', el('p', '', `${texts.machine} `, privacy ? link(texts.privacy, privacy) : null), restart),
  log, more, typing, status, form, left);

addEventListener('online', lookAgain);
addEventListener('pageshow', lookAgain);
addEventListener('offline', () => { say(texts.offline); stream.end(); });
document.addEventListener('visibilitychange', lookAgain);

connect();
