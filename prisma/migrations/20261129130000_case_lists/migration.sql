-- Open cases that somebody looks after: few, whatever the shop has seen.
-- CreateIndex
CREATE INDEX "cases_shop_assignee_open_idx" ON "cases"("shop", "assignee", "updated_at" DESC, "id" DESC) WHERE "closed_at" IS NULL;

-- Closed ones have an order of their own: a list of them never steps over what is open.
-- CreateIndex
CREATE INDEX "cases_shop_done_idx" ON "cases"("shop", "updated_at" DESC, "id" DESC) WHERE "closed_at" IS NOT NULL;

-- Due dates that are open, by when: what is overdue is found from its beginning.
-- CreateIndex
CREATE INDEX "deadlines_shop_open_due_idx" ON "deadlines"("shop", "due_at") WHERE "state" = 'open';
