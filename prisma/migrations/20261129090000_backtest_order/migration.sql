-- Runs that begin within one millisecond still have an order: the number says which is the newer, not the clock.
-- DropIndex
DROP INDEX "policy_backtests_shop_started_at_idx";

-- AlterTable
ALTER TABLE "policy_backtests" ADD COLUMN "number" BIGSERIAL NOT NULL;

-- CreateIndex
CREATE INDEX "policy_backtests_shop_number_idx" ON "policy_backtests"("shop", "number" DESC);
