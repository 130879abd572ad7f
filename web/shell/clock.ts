import type { Clock } from '../../policy/app/ports.ts';

export const realClock: Clock = { now: () => new Date().toISOString() };

/** A clock that the sandbox moves; never used in production. */
export type MovableClock = Clock & Readonly<{ move(offsetMs: number): void; offsetMs(): number }>;

export const movableClock = (): MovableClock => {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset).toISOString(),
    move: (offsetMs) => {
      offset = offsetMs;
    },
    offsetMs: () => offset,
  };
};
