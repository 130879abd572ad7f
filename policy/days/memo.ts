type Tree = Map<string | number, unknown>;

/**
 * A function of texts and numbers that remembers its answers, up to `most` of them (then it forgets all and starts over,
 * so that memory stays flat). For reckonings that cost far more than a look-up: dates repeat, in a shop as in a backtest.
 */
export const memo = <Key extends readonly (string | number)[], T>(
  reckon: (...key: Key) => T,
  most = 20_000,
): ((...key: Key) => T) => {
  let known: Tree = new Map();
  let size = 0;
  return (...key) => {
    // One map a part of the key: to join the parts into one text would cost more than the look-up.
    let at = known;
    const last = key.length - 1;
    for (let i = 0; i < last; i++) {
      const part = key[i] as string | number;
      let next = at.get(part) as Tree | undefined;
      if (next === undefined) {
        next = new Map();
        at.set(part, next);
      }
      at = next;
    }
    const part = key[last] as string | number;
    const before = at.get(part) as T | undefined;
    if (before !== undefined) return before;
    const value = reckon(...key);
    size += 1;
    if (size > most) {
      known = new Map();
      size = 0;
    } else at.set(part, value);
    return value;
  };
};
