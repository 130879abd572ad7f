/** Number of single-letter changes between two words, for "did you mean". */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const [above, left, before] = [row[j], next[j - 1], row[j - 1]] as [number, number, number];
      next.push(Math.min(above + 1, left + 1, before + same));
    }
    row = next;
  }
  return row[b.length] as number;
};

/** The known name that is closest to what was written, or null where none is close. */
export const nearest = (written: string, known: readonly string[]): string | null => {
  const near = known
    .map((name) => ({ name, off: distance(written.toLowerCase().slice(0, 80), name.toLowerCase()) }))
    .sort((a, b) => a.off - b.off)[0];
  return near && near.off <= Math.max(2, Math.floor(near.name.length / 3)) ? near.name : null;
};
