-- CreateTable: a connection that somebody began. Each state works once; it is known by its SHA-256 alone.
CREATE TABLE "slack_states" (
    "digest" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_states_pkey" PRIMARY KEY ("digest")
);
