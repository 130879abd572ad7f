-- What the shop has granted, as Shopify says it.
ALTER TABLE "shops" ADD COLUMN "scopes" TEXT[];

-- A customer asked to be forgotten: what Shopify tells of the order later brings no contact back.
ALTER TABLE "orders" ADD COLUMN "redacted_at" TIMESTAMPTZ(3);

-- Words a customer's orders are found by, as keyed digests: whoever reads the table learns no name and no address.
CREATE TABLE "order_keys" (
    "shop" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "order_id" TEXT NOT NULL,

    CONSTRAINT "order_keys_pkey" PRIMARY KEY ("shop", "key", "order_id")
);

-- CreateIndex
CREATE INDEX "order_keys_shop_order_id_idx" ON "order_keys"("shop", "order_id");

-- What agents and the bot say to each other may name a customer: sealed from now on.
ALTER TABLE "transcripts" ADD COLUMN "sealed" BYTEA;
ALTER TABLE "transcripts" ALTER COLUMN "text" DROP NOT NULL;

-- CreateTable
CREATE TABLE "privacy_requests" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "shopify_id" TEXT,
    "state" TEXT NOT NULL,
    "subject" BYTEA,
    "found" JSONB,
    "waiting_for" INTEGER[],
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "look_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "privacy_requests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "privacy_requests_shop_received_at_idx" ON "privacy_requests"("shop", "received_at" DESC);

-- CreateTable
CREATE TABLE "backfills" (
    "shop" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "operation" TEXT,
    "url" TEXT,
    "objects" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT,
    "lines" BIGINT NOT NULL DEFAULT 0,
    "orders" BIGINT NOT NULL DEFAULT 0,
    "skipped" BIGINT NOT NULL DEFAULT 0,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "backfills_pkey" PRIMARY KEY ("shop")
);
