-- A body is packed and sealed before it comes here: what can't be packed again is not tried, and what fits stays in its
-- row instead of a row elsewhere with an index of its own. Days made from now on get the same from `prisma/partitions.ts`.
DO $$
DECLARE
  part regclass;
BEGIN
  ALTER TABLE "inbox" ALTER COLUMN "body" SET STORAGE EXTERNAL;
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = '"inbox"'::regclass LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN "body" SET STORAGE EXTERNAL', part);
    EXECUTE format('ALTER TABLE %s SET (toast_tuple_target = 8160)', part);
  END LOOP;
END $$;

-- Only the sweep asks for it, once an hour, of a table that holds what is not done yet.
DROP INDEX "inbox_open_day_idx";
