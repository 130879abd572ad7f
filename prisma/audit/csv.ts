import { COLUMNS, type ExportedEntry } from './exported.ts';

/**
 * Spreadsheets run what begins like a formula: an apostrophe in front makes it text. Texts that begin with apostrophes
 * before such a sign get one more, so that taking one away again always gives the original.
 */
const FORMULA = /^'*[=+\-@\t\r]/;
const defuse = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const restore = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text);

const cell = (value: unknown): string => {
  const text = Array.isArray(value) ? value.join(' ') : value === null || value === undefined ? '' : String(value);
  return `"${defuse(text).replaceAll('"', '""')}"`;
};

/** Without it Excel takes the file for Windows-1252, and “Müller” for “MÃ¼ller”. */
const BYTE_ORDER_MARK = '\ufeff';

export const csvHead = (): string => `${BYTE_ORDER_MARK}${COLUMNS.join(',')}\r\n`;
export const csvLine = (entry: ExportedEntry): string =>
  `${COLUMNS.map((column) => cell((entry as unknown as Record<string, unknown>)[column])).join(',')}\r\n`;

/** Rows of a CSV file as RFC 4180 writes it: quoted cells may hold commas, quotes and line ends. */
export const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  if (text.startsWith(BYTE_ORDER_MARK)) cells.lastIndex = BYTE_ORDER_MARK.length;
  while (cells.lastIndex < text.length) {
    const at = cells.lastIndex;
    const match = cells.exec(text);
    if (match === null) throw new Error(`the file is no CSV from character ${at + 1} on`);
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
};

/** Columns that are empty where there is nothing, and never an empty text. */
const NULLABLE: ReadonlySet<string> = new Set(['from', 'to', 'subject', 'decisionId', 'previousDigest', 'salt']);

/** A row as the entry it was. */
export const entryOfRow = (row: readonly string[]): ExportedEntry => {
  const fields = Object.fromEntries(
    COLUMNS.map((column, at) => {
      const text = restore(row[at] ?? '');
      if (column === 'clauses') return [column, text === '' ? [] : text.split(' ')];
      if (column === 'seq') return [column, Number(text)];
      return [column, text === '' && NULLABLE.has(column) ? null : text];
    }),
  );
  return fields as unknown as ExportedEntry;
};
