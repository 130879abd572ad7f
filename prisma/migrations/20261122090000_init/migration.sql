-- CreateTable
CREATE TABLE "shops" (
    "domain" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3),
    "uninstalled_at" TIMESTAMPTZ(3),
    "slack_team" TEXT,
    "slack_channel" TEXT,
    "approvals_channel" TEXT,
    "mail_from" TEXT NOT NULL,
    "return_address" TEXT[],
    "contact_email" TEXT NOT NULL,

    CONSTRAINT "shops_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "case_counters" (
    "shop" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "case_counters_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "shop_tokens" (
    "shop" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shop_tokens_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "slack_installations" (
    "team" TEXT NOT NULL,
    "bot_token" BYTEA,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_installations_pkey" PRIMARY KEY ("team")
);

-- CreateTable
CREATE TABLE "secrets_check" (
    "id" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "secrets_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,
    "staff_id" TEXT,
    "slack_team" TEXT,
    "slack_user" TEXT,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orders" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "number" BIGINT,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "complete" BOOLEAN NOT NULL,
    "facts" JSONB NOT NULL,
    "contact" BYTEA NOT NULL,

    CONSTRAINT "orders_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "policy_versions" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT,
    "digest" TEXT NOT NULL,

    CONSTRAINT "policy_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "order_id" TEXT NOT NULL,
    "order_name" TEXT NOT NULL,
    "policy_version" UUID NOT NULL,
    "rma" TEXT,
    "data" JSONB NOT NULL,
    "thread_channel" TEXT,
    "thread_ts" TEXT,
    "opened_by" TEXT,
    "assignee" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_keys" (
    "shop" TEXT NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "case_id" UUID NOT NULL,

    CONSTRAINT "case_keys_pkey" PRIMARY KEY ("shop","key","case_id")
);

-- CreateTable
CREATE TABLE "units" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "line_item_id" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "goods" TEXT NOT NULL,
    "money" TEXT NOT NULL,
    "result" TEXT,
    "deduction" BIGINT,
    "note" TEXT,
    "inspected_by" TEXT,

    CONSTRAINT "units_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entries" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "text" TEXT NOT NULL,
    "clauses" TEXT[],
    "decision_id" UUID,
    "previous_digest" TEXT,
    "digest" TEXT NOT NULL,
    "salt" TEXT,
    "seal" TEXT NOT NULL,

    CONSTRAINT "entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "policy_version" UUID NOT NULL,
    "decision" JSONB NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "effects" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "case_id" UUID,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "last_error" TEXT,
    "result" JSONB,
    "run_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "effects_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund_intents" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "order_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "breakdown" JSONB NOT NULL,
    "shop_minor" BIGINT NOT NULL,
    "order_version" TEXT NOT NULL,
    "unit_ids" TEXT[],
    "proposed_by" TEXT,
    "approvals_needed" INTEGER NOT NULL,
    "approvals" JSONB NOT NULL,
    "shopify_refund_id" TEXT,
    "execution" JSONB,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refund_intents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadlines" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "deadlines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposals" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "order_id" TEXT,
    "case_id" UUID,
    "decision" JSONB,
    "would" TEXT[],
    "missing" TEXT[],
    "refusal" TEXT,
    "by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "thread_channel" TEXT NOT NULL,
    "thread_ts" TEXT NOT NULL,
    "message_ts" TEXT,
    "ended_by" TEXT,
    "ended_by_name" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mimetype" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "shop" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "ts" TEXT NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("shop","subject","id")
);

-- CreateTable
CREATE TABLE "transcripts" (
    "shop" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "thread_ts" TEXT NOT NULL,
    "case_id" UUID,
    "by" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transcripts_pkey" PRIMARY KEY ("shop","channel","ts")
);

-- CreateTable
CREATE TABLE "command_outcomes" (
    "day" DATE NOT NULL,
    "key" UUID NOT NULL,
    "outcome" JSONB NOT NULL,

    CONSTRAINT "command_outcomes_pkey" PRIMARY KEY ("key","day")
) PARTITION BY RANGE ("day");

-- CreateTable
CREATE TABLE "inbox" (
    "day" DATE NOT NULL,
    "key" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "triggered_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "body" BYTEA NOT NULL,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("key","day")
) PARTITION BY RANGE ("day");

-- CreateTable
CREATE TABLE "inbox_open" (
    "seq" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "key" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "ready_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_by" TEXT,
    "reason" TEXT,
    "parked_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_open_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "shops_slack_team_idx" ON "shops"("slack_team");

-- CreateIndex
CREATE UNIQUE INDEX "people_shop_staff_id_key" ON "people"("shop", "staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "people_shop_slack_team_slack_user_key" ON "people"("shop", "slack_team", "slack_user");

-- CreateIndex
CREATE INDEX "orders_shop_name_key_idx" ON "orders"("shop", "name_key");

-- CreateIndex
CREATE INDEX "orders_shop_number_idx" ON "orders"("shop", "number");

-- CreateIndex
CREATE INDEX "orders_shop_placed_at_idx" ON "orders"("shop", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "policy_versions_shop_effective_at_idx" ON "policy_versions"("shop", "effective_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "policy_versions_shop_number_key" ON "policy_versions"("shop", "number");

-- CreateIndex
CREATE UNIQUE INDEX "cases_rma_key" ON "cases"("rma");

-- CreateIndex
CREATE INDEX "cases_shop_order_id_idx" ON "cases"("shop", "order_id");

-- CreateIndex
CREATE INDEX "cases_shop_updated_at_id_idx" ON "cases"("shop", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "cases_shop_state_updated_at_id_idx" ON "cases"("shop", "state", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "cases_shop_kind_updated_at_id_idx" ON "cases"("shop", "kind", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "cases_shop_thread_channel_thread_ts_idx" ON "cases"("shop", "thread_channel", "thread_ts");

-- CreateIndex
CREATE UNIQUE INDEX "cases_shop_number_key" ON "cases"("shop", "number");

-- CreateIndex
CREATE INDEX "units_case_id_idx" ON "units"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "entries_case_id_seq_key" ON "entries"("case_id", "seq");

-- CreateIndex
CREATE INDEX "decisions_case_id_at_idx" ON "decisions"("case_id", "at");

-- CreateIndex
CREATE INDEX "effects_case_id_idx" ON "effects"("case_id");

-- CreateIndex
CREATE INDEX "effects_shop_state_updated_at_idx" ON "effects"("shop", "state", "updated_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "effects_shop_key_key" ON "effects"("shop", "key");

-- CreateIndex
CREATE INDEX "refund_intents_case_id_idx" ON "refund_intents"("case_id");

-- CreateIndex
CREATE INDEX "refund_intents_shop_state_updated_at_idx" ON "refund_intents"("shop", "state", "updated_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "refund_intents_shop_key_key" ON "refund_intents"("shop", "key");

-- CreateIndex
CREATE INDEX "deadlines_case_id_idx" ON "deadlines"("case_id");

-- CreateIndex
CREATE INDEX "proposals_shop_thread_channel_thread_ts_created_at_idx" ON "proposals"("shop", "thread_channel", "thread_ts", "created_at" DESC);

-- CreateIndex
CREATE INDEX "transcripts_shop_channel_thread_ts_idx" ON "transcripts"("shop", "channel", "thread_ts");

-- CreateIndex
CREATE INDEX "transcripts_case_id_idx" ON "transcripts"("case_id");

-- CreateIndex
CREATE INDEX "inbox_open_day_idx" ON "inbox_open"("day");

-- AddForeignKey
ALTER TABLE "units" ADD CONSTRAINT "units_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entries" ADD CONSTRAINT "entries_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "effects" ADD CONSTRAINT "effects_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_intents" ADD CONSTRAINT "refund_intents_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What the schema language cannot say, from here on.

-- Only what is still to be done is indexed, so that these stay small whatever has been stored.
CREATE INDEX "cases_open_idx" ON "cases"("shop", "updated_at" DESC, "id" DESC) WHERE "closed_at" IS NULL;
CREATE INDEX "deadlines_open_idx" ON "deadlines"("due_at") WHERE "state" = 'open';
CREATE INDEX "effects_unsettled_idx" ON "effects"("updated_at") WHERE "state" IN ('queued', 'running', 'unknown');
CREATE INDEX "inbox_ready_idx" ON "inbox_open"("ready_at", "seq") WHERE "parked_at" IS NULL;
CREATE INDEX "inbox_parked_idx" ON "inbox_open"("shop", "seq" DESC) WHERE "parked_at" IS NOT NULL;

-- Rows of this table live for milliseconds: its dead ones are cleared by their number, not by their share.
ALTER TABLE "inbox_open" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- lz4 packs a webhook's body several times faster than pglz. A server built without it keeps its own default.
DO $$ BEGIN
  ALTER TABLE "inbox" ALTER COLUMN "body" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END $$;
