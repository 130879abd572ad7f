/**
 * SQL: this row of a queue may be taken. `ready_at` is kept in whole milliseconds, rounded: what is ready now may be
 * written as half a millisecond from now, and whoever is called for it at once must find it.
 */
export const IS_READY = `ready_at <= now() + interval '1 millisecond'`;
