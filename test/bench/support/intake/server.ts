import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { openDatabase } from '../../../../prisma/index.ts';
import { readRawBody } from '../../../../web/edge/webhooks/raw-body.ts';
import { signatureCheck } from '../../../../web/edge/webhooks/signature.ts';
import { webhookHandler } from '../../../../web/edge/webhooks.ts';

/**
 * One server in a process of its own, told over IPC what it is.
 * - `ceiling`: node:http and the signature, nothing stored: what no durable intake can pass.
 * - `makegood`: the real handler on the real inbox.
 * Arguments: which, the secret, the database.
 */
const [which, secret, url] = process.argv.slice(2);
if (secret === undefined || url === undefined) throw new Error('usage: server.ts ceiling|makegood <secret> <database>');

const EIGHT_MEGABYTES = 8 * 1024 * 1024;

const ceiling = (): RequestListener => {
  const isSigned = signatureCheck([secret]);
  return (req, res) => {
    readRawBody(req, EIGHT_MEGABYTES).then(
      (body) => {
        const signature = req.headers['x-shopify-hmac-sha256'];
        res.statusCode = typeof signature === 'string' && isSigned(body, signature) ? 200 : 401;
        res.setHeader('content-length', 0);
        res.end();
      },
      () => res.destroy(),
    );
  };
};

const makegood = async (): Promise<RequestListener> => {
  const db = await openDatabase({ url, secretsKey: new Uint8Array(32).fill(7), dataDir: tmpdir() });
  return webhookHandler({ inbox: db.inbox, secrets: [secret], log: { warn: () => {}, error: console.error } });
};

const server = createServer(which === 'ceiling' ? ceiling() : await makegood()).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000 });
});
process.on('disconnect', () => process.exit(0));
