import type { Router } from 'express';
import type { SandboxClock } from './clock.ts';
import type { Keep } from './keep.ts';

/** One part of the sandbox (Shopify, Slack, mailbox), mounted by `sandbox.ts`. */
export type Room = Readonly<{
  /** Mounted at `/shopify`, `/slack` or `/mail` of the sandbox. Parses its own bodies. */
  router: Router;
  start(): Promise<void>;
  stop(): Promise<void>;
}>;

/** What every room is told; fixed values for the demo are in `docs` of `sandbox.ts`. */
export type RoomOptions = Readonly<{
  /** Where Makegood listens, e.g. `http://127.0.0.1:3000`. */
  makegoodUrl: string;
  /** Where the sandbox itself listens, e.g. `http://127.0.0.1:3001`. */
  sandboxUrl: string;
  clock: SandboxClock;
  /** Where a room names what it holds, so that the demo goes on where it was left. */
  keep?: Keep;
  shopify: Readonly<{ apiKey: string; apiSecret: string }>;
  slack: Readonly<{ team: string; botToken: string; signingSecret: string }>;
}>;
