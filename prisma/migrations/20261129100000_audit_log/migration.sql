-- The audit log shows a shop's newest entries first, whatever their case: each entry names its shop, and has its place
-- in that order.
ALTER TABLE "entries" ADD COLUMN "shop" TEXT;
UPDATE "entries" e SET "shop" = c."shop" FROM "cases" c WHERE c."id" = e."case_id";
ALTER TABLE "entries" ALTER COLUMN "shop" SET NOT NULL;

-- CreateIndex
CREATE INDEX "entries_shop_at_id_idx" ON "entries"("shop", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "shop_entries_shop_at_id_idx" ON "shop_entries"("shop", "at" DESC, "id" DESC);
