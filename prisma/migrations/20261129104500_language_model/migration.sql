-- CreateTable: a shop's language model; its key is sealed.
CREATE TABLE "language_models" (
    "shop" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "api_key" BYTEA NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "tokens_a_day" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "language_models_pkey" PRIMARY KEY ("shop")
);

-- CreateTable: what a model was asked, and what it proposed. What people wrote is sealed.
CREATE TABLE "model_calls" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "text" BYTEA NOT NULL,
    "outcome" TEXT NOT NULL,
    "meaning" JSONB,
    "why" TEXT,
    "tokens" INTEGER NOT NULL,
    "ms" INTEGER NOT NULL,

    CONSTRAINT "model_calls_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "model_calls_shop_at_idx" ON "model_calls"("shop", "at" DESC);
