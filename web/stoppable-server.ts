import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';

/** Who is not answered by then (an upload that does not end) is cut off. */
const MOST_MS = 10_000;

export type StoppableServer = Readonly<{
  server: Server;
  /** Takes no more connections, and resolves when what was asked is answered. */
  stop(): Promise<void>;
}>;

/**
 * A server that is stopped without cutting off whom it is answering: a button that was pressed has done its work, and
 * who pressed it has to read so.
 */
export const stoppableServer = (listener: RequestListener, mostMs = MOST_MS): StoppableServer => {
  const answering = new Set<ServerResponse>();
  let answered = (): void => {};
  let isStopping = false;
  const server = createServer((req, res) => {
    answering.add(res);
    res.once('close', () => {
      answering.delete(res);
      if (answering.size === 0) answered();
    });
    // Or a busy connection would go on for ever.
    if (isStopping) res.setHeader('connection', 'close');
    listener(req, res);
  });
  const stop = async (): Promise<void> => {
    isStopping = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    if (answering.size > 0) {
      const all = new Promise<void>((resolve) => {
        answered = resolve;
      });
      const late = AbortSignal.timeout(mostMs);
      await Promise.race([all, new Promise((resolve) => late.addEventListener('abort', resolve, { once: true }))]);
    }
    server.closeAllConnections();
    await closed;
  };
  return { server, stop };
};
