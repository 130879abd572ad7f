-- Keys are compared byte by byte: their beginning is found in the index whatever language the server sorts in.
-- AlterTable
ALTER TABLE "case_keys" ALTER COLUMN "key" SET DATA TYPE TEXT COLLATE "C";
ALTER TABLE "orders" ALTER COLUMN "name_key" SET DATA TYPE TEXT COLLATE "C";

-- Open cases in the order of lists, with what lists and counts ask of each: one index in place of two alike.
-- DropIndex
DROP INDEX "cases_open_idx";
DROP INDEX "cases_shop_open_idx";

-- CreateIndex
CREATE INDEX "cases_open_idx" ON "cases"("shop", "updated_at" DESC, "id" DESC) INCLUDE ("kind", "state") WHERE "closed_at" IS NULL;

-- A kind that is rare among the open ones is not looked for among all of them.
-- CreateIndex
CREATE INDEX "cases_open_kind_idx" ON "cases"("shop", "kind", "updated_at" DESC, "id" DESC) INCLUDE ("state") WHERE "closed_at" IS NULL;

-- Whoever opened a case looks after it as long as nobody is assigned: one index in the list's order in place of two.
-- DropIndex
DROP INDEX "cases_shop_assignee_open_idx";
DROP INDEX "cases_shop_opened_by_open_idx";

-- CreateIndex
CREATE INDEX "cases_open_looked_after_idx" ON "cases"("shop", coalesce("assignee", "opened_by"), "updated_at" DESC, "id" DESC) WHERE "closed_at" IS NULL;

-- Which cases are late is told by the index alone.
-- DropIndex
DROP INDEX "deadlines_shop_open_due_idx";

-- CreateIndex
CREATE INDEX "deadlines_open_due_idx" ON "deadlines"("shop", "due_at") INCLUDE ("case_id", "kind") WHERE "state" = 'open';

-- Refunds that are not at rest, by what they wait for: few, whatever the shop has paid.
-- CreateIndex
CREATE INDEX "refund_intents_moving_idx" ON "refund_intents"("shop", "state") INCLUDE ("case_id", "shop_minor") WHERE "state" NOT IN ('succeeded', 'superseded', 'rejected');

-- How long cases took is told by the index alone.
-- DropIndex
DROP INDEX "cases_shop_closed_at_idx";

-- CreateIndex
CREATE INDEX "cases_closed_idx" ON "cases"("shop", "closed_at" DESC) INCLUDE ("created_at") WHERE "closed_at" IS NOT NULL;
