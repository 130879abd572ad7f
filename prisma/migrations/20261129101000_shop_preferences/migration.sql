-- What a shop chose about Makegood itself, beside its policy: whether the set-up was put away, how long personal data
-- is kept. Its version refuses a write that rests on an older state.
ALTER TABLE "shops" ADD COLUMN "preferences" JSONB;

-- Two records that turned out to be one person: nobody approves as the one what they proposed as the other.
ALTER TABLE "people" ADD COLUMN "merged_into" UUID;
