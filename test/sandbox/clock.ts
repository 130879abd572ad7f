import express, { Router } from 'express';
import { Temporal } from 'temporal-polyfill';

/** Makegood's clock as the sandbox moves it. Signatures and tokens keep real time. */
export type SandboxClock = Readonly<{
  /** Milliseconds since the epoch, moved by `offsetMs`. */
  now(): number;
  offsetMs(): number;
  /** Sets the offset, then tells everybody who listens (and waits for them). */
  move(offsetMs: number): Promise<void>;
  onMove(listener: (offsetMs: number) => Promise<void> | void): void;
}>;

export const createClock = (): SandboxClock => {
  let offset = 0;
  const listeners: ((offsetMs: number) => Promise<void> | void)[] = [];
  return {
    now: () => Date.now() + offset,
    offsetMs: () => offset,
    move: async (offsetMs) => {
      offset = offsetMs;
      for (const listener of listeners) await listener(offsetMs);
    },
    onMove: (listener) => {
      listeners.push(listener);
    },
  };
};

/** `POST /clock` `{advance: "P31D"}` or `{now: "2026-12-24T10:00:00Z"}`, `GET /clock`; both answer `{now, offsetMs}`. */
export const clockRoutes = (clock: SandboxClock): Router => {
  const router = Router();
  const shown = () => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs() });
  router.get('/', (_request, response) => {
    response.json(shown());
  });
  router.post('/', express.json(), async (request, response) => {
    // Read once: a second reading a millisecond later would make a day a millisecond short.
    const real = Date.now();
    const target = targetOf(real + clock.offsetMs(), (request.body ?? {}) as { advance?: unknown; now?: unknown });
    if (target === null) {
      response.status(422).json({ error: 'expected {"advance": "P31D"} or {"now": "2026-12-24T10:00:00Z"}' });
      return;
    }
    await clock.move(target - real);
    response.json(shown());
  });
  return router;
};

/** The instant that is asked for: an ISO 8601 duration from now (days of 24 hours), or an instant; null for neither. */
const targetOf = (now: number, body: { advance?: unknown; now?: unknown }): number | null => {
  try {
    if (typeof body.advance === 'string') {
      const from = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC');
      return from.add(Temporal.Duration.from(body.advance)).epochMilliseconds;
    }
    if (typeof body.now === 'string') return Temporal.Instant.from(body.now).epochMilliseconds;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
};
