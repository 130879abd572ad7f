import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startStage } from './stage.ts';
import { startOver } from './start-over.ts';

/** `npm run demo`: Makegood and its sandbox on this machine, with a dozen orders to play with. Ctrl-C ends all of it. */
const { values } = parseArgs({
  options: { fresh: { type: 'boolean', default: false }, empty: { type: 'boolean', default: false } },
});

const port = (name: string, fallback: number): number => {
  const value = process.env[name];
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    throw new Error(`${name} is ${value}: it has to be a port, 1 to 65535`);
  return number;
};

const dataDir = path.resolve(process.env.MAKEGOOD_DATA_DIR ?? '.data');

try {
  const started = Date.now();
  if (values.fresh) startOver(dataDir, process.env.DATABASE_URL);
  mkdirSync(dataDir, { recursive: true });
  const stage = await startStage({
    port: port('PORT', 3000),
    sandboxPort: port('SANDBOX_PORT', 3001),
    smtpPort: port('SMTP_PORT', 3025),
    dataDir,
    databaseUrl: process.env.DATABASE_URL,
    logLevel: process.env.LOG_LEVEL ?? 'warn',
    keepIn: path.join(dataDir, 'sandbox.v8'),
    orders: values.empty ? 'none' : 'demo',
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    stage.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`stopping failed: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(`
  Start here      ${stage.sandboxUrl}
  Slack           ${stage.sandboxUrl}/slack
  Shopify admin   ${stage.sandboxUrl}/shopify/admin
  Mailbox         ${stage.sandboxUrl}/mail/inbox
  Makegood        ${stage.makegoodUrl}

  up in ${((Date.now() - started) / 1000).toFixed(1)} s; Ctrl-C ends all of it
`);
  console.log('ready');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
