-- AlterTable
ALTER TABLE "policy_versions" ADD COLUMN "published_at" TIMESTAMPTZ(3);
ALTER TABLE "policy_versions" ADD COLUMN "clauses" JSONB;

-- CreateTable
CREATE TABLE "policy_drafts" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "based_on" INTEGER NOT NULL,
    "saved_by" TEXT NOT NULL,
    "saved_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_drafts_pkey" PRIMARY KEY ("id")
);

-- A shop has at most one draft that is open. Written by hand: the schema's language knows no partial index.
CREATE UNIQUE INDEX "policy_drafts_open_key" ON "policy_drafts"("shop") WHERE "state" = 'open';

-- CreateTable
CREATE TABLE "shop_entries" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "subject" TEXT,
    "text" TEXT NOT NULL,
    "clauses" TEXT[],
    "previous_digest" TEXT,
    "digest" TEXT NOT NULL,
    "salt" TEXT,
    "seal" TEXT NOT NULL,

    CONSTRAINT "shop_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "shop_entries_shop_seq_key" ON "shop_entries"("shop", "seq");

-- CreateTable
CREATE TABLE "policy_backtests" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "draft_id" UUID NOT NULL,
    "draft_version" INTEGER NOT NULL,
    "against" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "result" JSONB,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_backtests_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "policy_backtests_shop_started_at_idx" ON "policy_backtests"("shop", "started_at" DESC);
