/** Waits until `look` gives something, asking again every few milliseconds. @throws Error naming what was waited for */
export const until = async <T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  timeoutMs = 20_000,
): Promise<T> => {
  const end = Date.now() + timeoutMs;
  let last: unknown = null;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
      last = null;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${timeoutMs} ms for ${what}`, last instanceof Error ? { cause: last } : {});
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
