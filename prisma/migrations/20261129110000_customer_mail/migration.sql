-- How a shop's mails and customers' pages look and sound; a shop without a row has what comes with Makegood.
CREATE TABLE "mail_looks" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "reply_to" TEXT,
    "accent" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "logo" BYTEA,
    "logo_type" TEXT,

    CONSTRAINT "mail_looks_pkey" PRIMARY KEY ("shop")
);

-- Addresses that mail does not reach: known only by a keyed digest, so that nobody can read them here.
CREATE TABLE "dead_addresses" (
    "shop" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "case_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dead_addresses_pkey" PRIMARY KEY ("shop", "digest")
);

-- When a photo was taken, as far as it says; where, is removed before it is kept.
ALTER TABLE "evidence" ADD COLUMN "captured_at" TIMESTAMPTZ(3);
