-- CreateTable
CREATE TABLE "parcels" (
    "id" UUID NOT NULL,
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "written" TEXT,
    "seen" TEXT NOT NULL,
    "photos" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "hold_until" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "case_id" UUID,
    "ended" TEXT,
    "ended_because" TEXT,
    "channel" TEXT,
    "by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "ended_by_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "parcels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parcel_counters" (
    "shop" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "parcel_counters_pkey" PRIMARY KEY ("shop")
);

-- CreateIndex
CREATE UNIQUE INDEX "parcels_shop_number_key" ON "parcels"("shop", "number");

-- CreateIndex
CREATE INDEX "parcels_shop_state_idx" ON "parcels"("shop", "state");

-- CreateIndex
CREATE INDEX "parcels_case_id_idx" ON "parcels"("case_id");
