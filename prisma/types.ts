import pg from 'pg';

/** OIDs from PostgreSQL's catalog. */
const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

const parsers = new Map<number, (value: string) => unknown>([
  // Every 64-bit number kept here is below 2^53: amounts, counts and order numbers of up to 15 digits.
  [INT8, Number],
  // A day is a day, not an instant in some time zone.
  [DATE, (value) => value],
  [TIMESTAMPTZ, (value) => new Date(value).toISOString()],
]);

/** Values as records have them: instants as ISO 8601 in UTC with milliseconds, whole numbers as numbers. */
export const recordTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
};
