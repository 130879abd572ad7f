/** Waits until `look` gives something, asking again after 25 ms, then ever less often, up to four times a second. @throws Error naming what was waited for */
export const until = async <T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  timeoutMs = 20_000,
): Promise<T> => {
  const end = Date.now() + timeoutMs;
  let last: unknown = null;
  for (let pause = 25; ; pause = Math.min(250, pause * 1.1)) {
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
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
