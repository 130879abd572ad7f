import pg from 'pg';
import { startEmbedded } from '../../../prisma/embedded.ts';

/**
 * Starts the embedded database in a folder and says its address. Then, by its second argument: `stop` stops it and
 * ends · `exit` ends without stopping it · `hang` stays until it is killed.
 */
const [dataDir, then] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('usage: embedded.ts <data folder> stop|exit|hang');
try {
  const server = await startEmbedded({ dataDir });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS starts (n int)');
  await client.query('INSERT INTO starts VALUES (1)');
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM starts');
  await client.end();
  console.log(JSON.stringify({ url: server.url, starts: rows[0]?.n }));
  if (then === 'stop') await server.stop();
  if (then === 'exit') process.exit(0);
  if (then === 'hang') setInterval(() => {}, 1_000);
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
  process.exit(1);
}
