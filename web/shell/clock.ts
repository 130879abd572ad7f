import type { Clock } from '../../policy/app/ports.ts';

export const realClock: Clock = { now: () => new Date().toISOString() };

/** The later of two instants (ISO 8601, UTC). Clocks of two machines differ a little; what has happened is not undone by it. */
export const laterOf = (now: string, known: string | null | undefined): string =>
  known != null && Date.parse(known) > Date.parse(now) ? known : now;

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
