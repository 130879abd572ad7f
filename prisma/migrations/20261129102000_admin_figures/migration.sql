-- Sums of the admin's first page read a window of time, not all cases.
-- CreateIndex
CREATE INDEX "cases_shop_closed_at_idx" ON "cases"("shop", "closed_at" DESC) WHERE "closed_at" IS NOT NULL;

-- CreateIndex
CREATE INDEX "cases_shop_kind_created_at_idx" ON "cases"("shop", "kind", "created_at" DESC);

-- Open cases of a shop are few beside all: counted by state, and listed, without a look at the closed ones.
-- CreateIndex
CREATE INDEX "cases_shop_open_idx" ON "cases"("shop", "updated_at" DESC, "id" DESC) INCLUDE ("state") WHERE "closed_at" IS NULL;

-- CreateIndex
CREATE INDEX "decisions_refused_idx" ON "decisions"("at" DESC) WHERE "decision"->>'verdict' = 'refused';
