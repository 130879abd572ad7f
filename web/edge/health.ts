import { Router } from 'express';
import { Counter, collectDefaultMetrics, Registry } from 'prom-client';
import type { Outcome } from '../../policy/app/commands.ts';

export type Metrics = Readonly<{
  registry: Registry;
  noteOutcome(kind: string, outcome: Outcome): void;
}>;

/** Numbers for Prometheus. Labels are kinds and codes, never shops, orders or people. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const commands = new Counter({
    name: 'makegood_commands_total',
    help: 'commands handled, by kind and result (done, replayed, or the code of the refusal)',
    labelNames: ['kind', 'result'],
    registers: [registry],
  });
  return {
    registry,
    noteOutcome: (kind, outcome) => {
      const result = outcome.status === 'refused' ? outcome.code : outcome.replayed ? 'replayed' : 'done';
      commands.inc({ kind, result });
    },
  };
};

/**
 * `/healthz`: the process answers. `/readyz`: it can do its work (503 while it can't). `/metrics`: Prometheus text.
 * @param ping rejects while the database can't be reached
 */
export const healthRoutes = (ping: () => Promise<void>, metrics: Metrics): Router =>
  Router()
    .get('/healthz', (_req, res) => {
      res.type('text').send('ok');
    })
    .get('/readyz', async (_req, res) => {
      const isReady = await ping().then(
        () => true,
        () => false,
      );
      res
        .status(isReady ? 200 : 503)
        .type('text')
        .send(isReady ? 'ready' : 'not ready: the database does not answer');
    })
    .get('/metrics', async (_req, res) => {
      res.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    });
