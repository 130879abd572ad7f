import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Seen = Readonly<{
  path: string;
  shop: string;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
}>;
export type Reaction = (res: ServerResponse, seen: Seen) => void;

/** A Shopify that does exactly what a test tells it to, also what no server should. Unused reactions fail the test. */
export const stubbornServer = async () => {
  const seen: Seen[] = [];
  const reactions: Reaction[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const request: Seen = {
        path: req.url ?? '',
        shop: String(req.headers['x-sandbox-shop'] ?? ''),
        headers: req.headers,
        body: JSON.parse(Buffer.concat(chunks).toString() || '{}'),
      };
      seen.push(request);
      const react = reactions.shift();
      if (react === undefined) json({ errors: [{ message: 'the test did not expect this call' }] }, 599)(res, request);
      else react(res, request);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/shopify`,
    seen,
    /** What the next calls get, in order. */
    will: (...next: Reaction[]) => void reactions.push(...next),
    left: () => reactions.length,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Reaction =>
  (res) =>
    void res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export const page =
  (status: number): Reaction =>
  (res) =>
    void res.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>Something went wrong</body></html>');

/** Takes the request, then drops the connection without a word. */
export const cut: Reaction = (res) => void res.socket?.destroy();

/** Begins an answer and drops the connection in the middle of it. */
export const cutInTheMiddle: Reaction = (res) => {
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  res.write('{"data":{"order":', () => res.socket?.destroy());
};

export const silence: Reaction = () => undefined;

export const cost = (requestedQueryCost: number, currentlyAvailable = 1900) => ({
  cost: {
    requestedQueryCost,
    actualQueryCost: requestedQueryCost,
    throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 },
  },
});

export const throttled = json({
  errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
  extensions: cost(10, 5),
});
