/** Terminal styles by their ANSI numbers. */
const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, magenta: 35 } as const;

export type Style = keyof typeof STYLES;
/** Gives a text a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const IN_COLOUR: Paint = (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m`;
export const WITHOUT_COLOUR: Paint = (_style, text) => text;

/** A text from an order without what a terminal would act on. */
export const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

/** Rows with their cells under one another, two blanks apart; nothing trails. */
export const columns = (rows: readonly (readonly string[])[], sides: readonly ('left' | 'right')[]): string[] => {
  const widths = sides.map((_side, i) => Math.max(0, ...rows.map((cells) => (cells[i] ?? '').length)));
  return rows.map((cells) =>
    sides
      .map((side, i) => {
        const cell = cells[i] ?? '';
        return side === 'left' ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
};
