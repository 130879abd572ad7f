/**
 * Does it, and does it again every few seconds, as a person does whose click went nowhere, until `done` says so.
 * What `deed` throws is expected here (a server that was killed does not answer) and kept for the report.
 * @returns what `done` gave; null where patience was over
 */
export const persist = async <T>(
  deed: () => Promise<unknown>,
  done: () => Promise<T | null | undefined | false>,
  { patienceMs, everyMs }: Readonly<{ patienceMs: number; everyMs: number }>,
  trouble: (error: unknown) => void,
): Promise<T | null> => {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      await deed();
    } catch (error) {
      trouble(error);
    }
    const found = await done();
    if (found) return found;
    if (Date.now() >= end) return null;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};
