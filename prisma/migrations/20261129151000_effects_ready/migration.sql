-- Effects are their own queue: when each is to be looked at next, and by whom it was taken.
ALTER TABLE "effects" ADD COLUMN "ready_at" TIMESTAMPTZ(3), ADD COLUMN "taken_by" TEXT;

UPDATE "effects" SET "ready_at" = greatest(coalesce("run_at", now()), now()) WHERE "state" IN ('queued', 'running', 'unknown');

-- Only what is still to be done is in it, so that it stays small whatever has been stored.
CREATE INDEX "effects_ready_idx" ON "effects"("ready_at") WHERE "ready_at" IS NOT NULL;
DROP INDEX "effects_unsettled_idx";

-- The queue of before: the inbox and the effects say for themselves what is to be done.
DROP SCHEMA IF EXISTS graphile_worker CASCADE;
