-- Effects are their own queue: when each is to be looked at next, and by whom it was taken.
ALTER TABLE "effects" ADD COLUMN "ready_at" TIMESTAMPTZ(3), ADD COLUMN "taken_by" TEXT;

UPDATE "effects" SET "ready_at" = greatest(coalesce("run_at", now()), now()) WHERE "state" IN ('queued', 'running', 'unknown');

-- Only what is still to be done is in it, so that it stays small whatever has been stored.
CREATE INDEX "effects_ready_idx" ON "effects"("ready_at") WHERE "ready_at" IS NOT NULL;
DROP INDEX "effects_unsettled_idx";

-- Their jobs of before.
DO $$ BEGIN
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    EXECUTE $jobs$SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs WHERE key LIKE 'effect:%'$jobs$;
  END IF;
END $$;
