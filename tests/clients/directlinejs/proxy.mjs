// Stands between client and server, so that a scenario can cut sockets and answer in the server's place.
import http from 'node:http';
import net from 'node:net';

export async function openProxy(base) {
  const target = new URL(base);
  const upgraded = new Set();
  const proxy = { intercept: () => null, opened: 0 };

  const server = http.createServer((request, response) => {
    const status = proxy.intercept(request);
    if (status) {
      request.resume();
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ error: { code: 'Injected', message: 'By the scenario.' } }));
      return;
    }
    const onward = http.request({
      host: target.hostname, port: target.port, method: request.method, path: request.url, headers: request.headers,
    }, answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });

  server.on('upgrade', (request, client, head) => {
    proxy.opened++;
    const onward = net.connect(Number(target.port), target.hostname, () => {
      const headers = request.rawHeaders.reduce((text, part, i) => text + part + (i % 2 ? '\r\n' : ': '), '');
      onward.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers}\r\n`);
      onward.write(head);
      onward.pipe(client).pipe(onward);
    });
    upgraded.add(client);
    for (const socket of [client, onward])
      socket.on('error', () => {}).on('close', () => { upgraded.delete(client); client.destroy(); onward.destroy(); });
  });

  await new Promise(done => server.listen(0, '127.0.0.1', done));
  proxy.domain = `http://127.0.0.1:${server.address().port}/v3/directline`;
  proxy.openSockets = () => upgraded.size;
  proxy.dropSockets = () => upgraded.forEach(socket => socket.destroy());
  proxy.close = () => { proxy.dropSockets(); server.closeAllConnections(); server.close(); };
  return proxy;
}
