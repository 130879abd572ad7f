/** The orders from before the installation: read in one bulk operation, by some process, seen from all. */
export type BackfillRecord = Readonly<{
  shop: string;
  /** `starting`: Shopify is asked · `exporting`: it writes the file · `taking`: the file is read. */
  state: 'starting' | 'exporting' | 'taking' | 'done' | 'failed';
  /** Orders placed from then on; null: all. */
  since: string | null;
  /** gid of the BulkOperation. */
  operation: string | null;
  /** Orders that Shopify has written, and those that were taken or could not be read. */
  total: number | null;
  taken: number;
  skipped: number;
  /** Lines of the file that are dealt with: where it goes on after a restart. */
  lines: number;
  /** Lower case, for people. */
  error: string | null;
  startedAt: string;
  updatedAt: string;
  doneAt: string | null;
}>;

export type Backfills = Readonly<{
  read(shop: string): Promise<BackfillRecord | null>;
  /** Notes how far one has come; one that was begun anew meanwhile (another `startedAt`) is left alone: false. */
  note(
    shop: string,
    startedAt: string,
    progress: Partial<Omit<BackfillRecord, 'shop' | 'startedAt' | 'since'>>,
  ): Promise<boolean>;
}>;

/** Without `read_all_orders` Shopify shows orders of so many days. */
export const BACKFILL_DAYS = 60;
