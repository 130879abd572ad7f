/** Dice that fall the same way for the same seed (mulberry32). `random()` is from 0 to 1, as `Math.random`. */
export type Dice = Readonly<{
  random(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  chance(rate: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Dice of its own for a part of the run, so that one part's throws do not move another's. */
  split(): Dice;
}>;

export const createDice = (seed: number): Dice => {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  return {
    random,
    between,
    chance: (rate) => random() < rate,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('nothing to pick from');
      return from[between(0, from.length - 1)] as (typeof from)[number];
    },
    split: () => createDice(Math.floor(random() * 4_294_967_296)),
  };
};
