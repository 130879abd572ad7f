/** A column of every field of a record, each with its SQL type: a field that is added without one does not compile. */
export type Columns<Row> = Readonly<Record<keyof Row & string, SqlType>>;
type SqlType = 'text' | 'text[]' | 'int' | 'bigint' | 'uuid' | 'jsonb' | 'timestamptz' | 'boolean';

/**
 * SQL for one table, written from its columns: records go in as one JSON array and come out under their own names, so
 * that a statement's text never depends on how many there are and can be prepared once.
 */
export type Table = Readonly<{
  name: string;
  /** `case_id AS "caseId", …` */
  select: string;
  /** `case_id, …` */
  names: string;
  /** `r."caseId", …` */
  values: string;
  /** `jsonb_to_recordset($1) AS r("caseId" uuid, …)` */
  records: string;
  /** `case_id = r."caseId", …` without the id. */
  assignments: string;
  /** `case_id = excluded.case_id, …` without the id. */
  replacements: string;
}>;

export const defineTable = <Row>(name: string, columns: Columns<Row>): Table => {
  const all = Object.keys(columns) as (keyof Row & string)[];
  const changing = all.filter((column) => column !== 'id');
  const q = (column: string): string => `"${snake(column)}"`;
  return {
    name,
    select: all.map((column) => `${q(column)} AS "${column}"`).join(', '),
    names: all.map(q).join(', '),
    values: all.map((column) => `r."${column}"`).join(', '),
    records: `jsonb_to_recordset($1::jsonb) AS r(${all.map((column) => `"${column}" ${columns[column]}`).join(', ')})`,
    assignments: changing.map((column) => `${q(column)} = r."${column}"`).join(', '),
    replacements: changing.map((column) => `${q(column)} = excluded.${q(column)}`).join(', '),
  };
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
