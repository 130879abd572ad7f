/** Provisional: replaced by the full schema. */
export type Settings = Readonly<Record<string, unknown>>;
