-- Cases of a burst, listed in one message on the staff channel instead of a card each.
CREATE TABLE "folded_cards" (
  "shop" TEXT NOT NULL,
  "case_id" UUID NOT NULL,
  "digest" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  CONSTRAINT "folded_cards_pkey" PRIMARY KEY ("shop", "case_id")
);
CREATE INDEX "folded_cards_shop_digest_idx" ON "folded_cards" ("shop", "digest");
