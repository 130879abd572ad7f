-- AlterTable: what Slack says of somebody, and what they chose for themselves.
ALTER TABLE "people" ADD COLUMN "guest" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "people" ADD COLUMN "email_digest" TEXT;
ALTER TABLE "people" ADD COLUMN "role_from" TEXT NOT NULL DEFAULT 'admin';
ALTER TABLE "people" ADD COLUMN "notify" TEXT NOT NULL DEFAULT 'all';
ALTER TABLE "people" ADD COLUMN "language" TEXT;

-- AlterTable
ALTER TABLE "refund_intents" ADD COLUMN "delegated_to" TEXT;

-- CreateTable
CREATE TABLE "role_groups" (
    "shop" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,

    CONSTRAINT "role_groups_pkey" PRIMARY KEY ("shop", "role")
);
