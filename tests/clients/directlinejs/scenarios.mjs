// node scenarios.mjs BASE SECRET: drives a running host (http://127.0.0.1:5000) with the client the field uses.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import xhr2 from 'xhr2';
import WebSocket from 'ws';
import directLineModule from 'botframework-directlinejs';
import { openProxy } from './proxy.mjs';

globalThis.XMLHttpRequest = xhr2.XMLHttpRequest ?? xhr2;
globalThis.WebSocket = WebSocket;
const { DirectLine } = directLineModule;
const ONLINE = 2;
const EXPIRED_TOKEN = 3;

const [base, secret] = process.argv.slice(2);
if (!base || !secret) {
  console.error('usage: node scenarios.mjs BASE SECRET');
  process.exit(2);
}

const call = async (method, path, key, body) => {
  const response = await fetch(`${base.replace(/\/$/, '')}/v3/directline/${path}`, {
    method, headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }, body: body && JSON.stringify(body),
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response.json();
};

const until = async (what, condition, seconds = 10) => {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(25))
    if (await condition()) return;
  assert.fail(`waited ${seconds} s in vain: ${what}`);
};

/** The client asks for a fresh token every 15 minutes, by an interval: those long ones run faster, all others as they are. */
const atSpeed = async (times, act) => {
  const { setInterval } = globalThis;
  globalThis.setInterval = (tick, ms, ...rest) => setInterval(tick, ms >= 600_000 ? ms / times : ms, ...rest);
  try { await act(); } finally { globalThis.setInterval = setInterval; }
};

/** A page with the client in it: what it shows, and how to speak. */
class Page {
  shown = [];
  statuses = [];

  constructor(options) {
    this.line = new DirectLine(options);
    this.line.connectionStatus$.subscribe(status => this.statuses.push(status));
    this.line.activity$.subscribe(activity => this.shown.push(activity), () => {});
  }

  say(text, key = crypto.randomUUID()) {
    const activity = { type: 'message', text, from: { id: 'ktos', role: 'user' }, locale: 'pl-PL', channelData: { clientActivityID: key } };
    return new Promise((done, fail) => this.line.postActivity(activity).subscribe(done, fail));
  }

  get status() { return this.statuses.at(-1); }
  get logged() { return this.shown.filter(activity => activity.type !== 'typing'); }
  echoOf(key) { return this.shown.find(activity => activity.channelData?.clientActivityID === key); }
  hasReplyAfter(id) { return this.shown.slice(this.shown.findIndex(a => a.id === id) + 1).some(a => a.from?.role === 'bot' && a.type === 'message'); }
}

const scenarios = {
  async 'a conversation starts and names its user'({ proxy, page, token }) {
    const conversation = page({ token });
    await until('online', () => conversation.status === ONLINE);
    await until('a socket', () => proxy.openSockets() === 1);
    assert.match(JSON.parse(atob(token.split('.')[1])).user, /^dl_/);
  },

  async 'a message is echoed with its client id, then answered, in order of time'({ page, token }) {
    const conversation = page({ token });
    const id = await conversation.say('Dzień dobry, Łucjo 😀', 'klucz-1');
    await until('the echo', () => conversation.echoOf('klucz-1'));
    await until('the answer', () => conversation.hasReplyAfter(id));
    const echo = conversation.echoOf('klucz-1');
    assert.equal(echo.id, id);
    assert.equal(echo.text, 'Dzień dobry, Łucjo 😀');
    assert.equal(echo.from.id, JSON.parse(atob(token.split('.')[1])).user);
    const times = conversation.logged.map(activity => activity.timestamp);
    assert.deepEqual(times, [...times].sort());
  },

  async 'what was posted before the socket opened is shown'({ proxy, page, token }) {
    const started = await call('POST', 'conversations', token, { user: {} });
    const { id } = await call('POST', `conversations/${started.conversationId}/activities`, started.token,
      { type: 'message', text: 'wcześniej', channelData: { clientActivityID: 'klucz-2' } });
    const streamUrl = started.streamUrl.replace(/^ws:\/\/[^/]+/, proxy.domain.replace(/^http:/, 'ws:').replace('/v3/directline', ''));
    const conversation = page({ token: started.token, conversationId: started.conversationId, streamUrl });
    await until('the echo', () => conversation.echoOf('klucz-2')?.id === id);
  },

  async 'after the socket is dropped nothing is lost or doubled'({ proxy, page, token }) {
    const conversation = page({ token });
    await conversation.say('przed');
    await until('the first answer', () => conversation.logged.length >= 2);
    const { conversationId } = conversation.line;
    proxy.dropSockets();
    await call('POST', `conversations/${conversationId}/activities`, token, { type: 'message', text: 'w przerwie' });
    await until('the reconnection', () => proxy.openSockets() === 1, 25);
    await conversation.say('po');
    const log = async () => (await call('GET', `conversations/${conversationId}/activities`, token)).activities.map(a => a.id);
    await until('everything in the log', async () => (await log()).length <= conversation.logged.length, 10);
    await sleep(1000);
    assert.deepEqual(conversation.logged.map(a => a.id), await log());
    assert.ok(conversation.shown.some(a => a.text === 'w przerwie'));
  },

  async 'after a 403 the client opens more sockets on its ticket and still shows everything once'({ proxy, page, token }) {
    const conversation = page({ token });
    await conversation.say('raz');
    await until('the first answer', () => conversation.logged.length >= 2);
    proxy.intercept = request => (request.method === 'POST' && request.url.endsWith('/activities') ? 403 : null);
    assert.equal(await conversation.say('odrzucone'), 'retry');
    proxy.intercept = () => null;
    assert.ok(conversation.statuses.includes(EXPIRED_TOKEN));
    await until('more sockets', () => proxy.openSockets() > 1);
    const id = await conversation.say('dwa');
    await until('the answer', () => conversation.hasReplyAfter(id));
    await sleep(1000);
    const ids = conversation.logged.map(activity => activity.id);
    assert.deepEqual(ids, [...new Set(ids)]);
    const opened = proxy.opened;
    await sleep(4000);
    assert.equal(proxy.opened, opened, 'sockets kick each other out');
  },

  async 'a refreshed token goes on in the same conversation'({ page, token }) {
    const conversation = page({ token });
    await conversation.say('raz');
    const before = conversation.line.token;
    const fresh = await new Promise((done, fail) => conversation.line.refreshToken().subscribe(done, fail));
    assert.notEqual(fresh, before);
    conversation.line.token = fresh;
    const id = await conversation.say('dwa');
    await until('the echo', () => conversation.shown.some(activity => activity.id === id));
  },

  async 'forty-five minutes: the client refreshes its token three times by its own clock, and goes on'({ proxy, page, token }) {
    const tokens = new Set();
    proxy.intercept = request => void (request.url.endsWith('/tokens/refresh') && tokens.add(request.headers.authorization));
    await atSpeed(900, async () => {
      const conversation = page({ token });
      await conversation.say('na początku', 'klucz-4');
      await until('three refreshes, each with the token before it', () => tokens.size === 3);
      const id = await conversation.say('po godzinie', 'klucz-5');
      await until('the answer', () => conversation.hasReplyAfter(id));
      assert.ok(!conversation.statuses.includes(EXPIRED_TOKEN));
      const ids = conversation.logged.map(activity => activity.id);
      assert.deepEqual(ids, [...new Set(ids)]);
      assert.equal(proxy.opened, 1, 'the stream did not last');
    });
  },

  async 'a page that comes back with watermark 0 is shown the whole conversation'({ page, token }) {
    const first = page({ token });
    const id = await first.say('wrócę');
    await until('the answer', () => first.hasReplyAfter(id));
    first.line.end();
    const second = page({ token: first.line.token, conversationId: first.line.conversationId, watermark: '0' });
    await until('the history', () => second.logged.length >= first.logged.length);
    assert.deepEqual(second.logged.map(a => a.id).slice(0, first.logged.length), first.logged.map(a => a.id));
  },

  async 'a poller sees the same'({ page, token }) {
    const conversation = page({ token, webSocket: false, pollingInterval: 200 });
    const id = await conversation.say('halo', 'klucz-3');
    await until('the echo', () => conversation.echoOf('klucz-3')?.id === id);
    await until('the answer', () => conversation.hasReplyAfter(id));
    const ids = conversation.logged.map(activity => activity.id);
    assert.deepEqual(ids, [...new Set(ids)]);
  },
};

let failed = 0;
console.log(`TAP version 13\n1..${Object.keys(scenarios).length}`);
for (const [index, [name, scenario]] of Object.entries(scenarios).entries()) {
  const proxy = await openProxy(base);
  const pages = [];
  const page = options => {
    pages.push(new Page({ domain: proxy.domain, ...options }));
    return pages.at(-1);
  };
  try {
    const { token } = await call('POST', 'tokens/generate', secret);
    await scenario({ proxy, page, token });
    console.log(`ok ${index + 1} - ${name}`);
  } catch (error) {
    failed++;
    console.log(`not ok ${index + 1} - ${name}\n${String(error.stack).replace(/^/gm, '  # ')}`);
  }
  pages.forEach(({ line }) => line.end());
  proxy.close();
}
console.log(`${Object.keys(scenarios).length - failed} passed, ${failed} failed`);
// The client keeps timers of its own.
process.exit(failed ? 1 : 0);
