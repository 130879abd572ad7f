-- Shopify's own sum for an amount, part by part, beside ours: what a person sees where the two differ.
ALTER TABLE "refund_intents" ADD COLUMN "suggested" JSONB;
