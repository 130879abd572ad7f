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
