/** Terminal styles by their ANSI numbers. */
const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, magenta: 35 } as const;

export type Style = keyof typeof STYLES;
/** Gives a text a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const IN_COLOUR: Paint = (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m`;
export const WITHOUT_COLOUR: Paint = (_style, text) => text;

/** A text from an order without what a terminal would act on. */
export const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

/** Rows of equally many cells, under one another and two blanks apart; the last is aligned to the right. */
export const columns = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((cells) => (cells[i] as string).length)));
  const placed = (cell: string, i: number): string => {
    const width = widths[i] as number;
    return i === widths.length - 1 ? cell.padStart(width) : cell.padEnd(width);
  };
  return rows.map((cells) => cells.map(placed).join('  ').trimEnd());
};
