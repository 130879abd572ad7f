import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from 'vitest';
import { stoppableServer } from '../../web/stoppable-server.ts';

const started = async (...given: Parameters<typeof stoppableServer>) => {
  const { server, stop } = stoppableServer(...given);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, stop };
};

it('answers what was asked before it stops, and takes nothing more', async () => {
  let asked = (): void => {};
  const begun = new Promise<void>((resolve) => {
    asked = resolve;
  });
  let answer = (): void => {};
  const { port, stop } = await started((_req, res) => {
    answer = () => res.end('done');
    asked();
  });
  const reading = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
  await begun;
  const stopped = stop();
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  answer();
  expect(await reading).toBe('done');
  await stopped;
});

it('does not wait for connections on which nothing was asked', async () => {
  const { port, stop } = await started((_req, res) => res.end('done'));
  const idle = connect(port, '127.0.0.1');
  await once(idle, 'connect');
  await (await fetch(`http://127.0.0.1:${port}/`)).text();
  await stop();
  idle.destroy();
});

it('does not wait for ever for what never comes to its end', async () => {
  const { port, stop } = await started((req) => void req.resume(), 50);
  const upload = request({ port, method: 'POST', headers: { 'content-length': 100 } });
  const cut = once(upload, 'error');
  upload.write('some of it');
  await new Promise((resolve) => setTimeout(resolve, 20));
  await stop();
  await cut;
});
