-- Whoever opened a case looks after it as long as nobody is assigned.
-- CreateIndex
CREATE INDEX "cases_shop_opened_by_open_idx" ON "cases"("shop", "opened_by") WHERE "closed_at" IS NULL AND "assignee" IS NULL;
