-- Links that customers get in mails: the token is known only by its SHA-256.
CREATE TABLE "customer_links" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_links_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "customer_links_token_hash_key" ON "customer_links"("token_hash");
CREATE INDEX "customer_links_case_id_idx" ON "customer_links"("case_id");
ALTER TABLE "customer_links" ADD CONSTRAINT "customer_links_case_id_fkey"
    FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Units that are still to be shipped, by variant: who is concerned when a stock figure changes.
CREATE TABLE "open_lines" (
    "shop" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "line_item_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "open" INTEGER NOT NULL,
    "paid" BOOLEAN NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "open_lines_pkey" PRIMARY KEY ("shop", "order_id", "line_item_id")
);
CREATE INDEX "open_lines_shop_variant_id_placed_at_idx" ON "open_lines"("shop", "variant_id", "placed_at");
