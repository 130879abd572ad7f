-- A version that an owner took back before it was in force: nothing is ever judged by it. Null: it stands.
ALTER TABLE "policy_versions" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3);
