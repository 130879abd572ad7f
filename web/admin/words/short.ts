/**
 * Enough of an id or digest to tell two apart by eye. Of UUIDs (version 7: time first, so two of one day begin alike)
 * the end, of digests the beginning.
 */
export const short = (id: string): string => (/^[0-9a-f]{8}-/.test(id) ? id.slice(-8) : id.slice(0, 8));
