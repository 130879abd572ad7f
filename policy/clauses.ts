/** Provisional: replaced by the full table. */
export type ClauseId = `P${number}`;
