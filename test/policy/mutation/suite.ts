/**
 * Stands in for Vitest in the copies of the tests that are asked about mutants: it gathers them, so that each may be run
 * thousands of times in one process.
 */
export type Gathered = Readonly<{ name: string; run: () => unknown }>;

let gathered: Gathered[] = [];
const path: string[] = [];

/** What was gathered since the last call. */
export const takeGathered = (): Gathered[] => {
  const all = gathered;
  gathered = [];
  return all;
};

type Body = (...row: readonly unknown[]) => unknown;
const spread = (body: Body, row: unknown) => () => (Array.isArray(row) ? body(...row) : body(row));
const gather = (name: string, run: () => unknown): void => {
  gathered.push({ name: [...path, name].join(' > '), run });
};

export const it = Object.assign((name: string, run: () => unknown) => gather(name, run), {
  each: (rows: readonly unknown[]) => (name: string, body: Body) => {
    rows.forEach((row, i) => {
      gather(`${name} (row ${i + 1})`, spread(body, row));
    });
  },
});

export const describe = (name: string, body: () => void): void => {
  path.push(name);
  body();
  path.pop();
};

/** Vitest's own; the driver, which runs inside Vitest, puts it here. */
export const borrowed: { expect: unknown } = { expect: null };
export const expect = new Proxy(() => undefined, {
  apply: (_target, _this, given) => (borrowed.expect as Body)(...given),
  get: (_target, key) => (borrowed.expect as Record<PropertyKey, unknown>)[key],
});
