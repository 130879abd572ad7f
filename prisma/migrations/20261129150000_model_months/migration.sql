-- AlterTable: a model's budget is counted by the month; what a day allowed stays as a guard, and a month of such days is the budget.
ALTER TABLE "language_models" ADD COLUMN "tokens_a_month" BIGINT;
UPDATE "language_models" SET "tokens_a_month" = "tokens_a_day"::BIGINT * 31;
ALTER TABLE "language_models" ALTER COLUMN "tokens_a_month" SET NOT NULL;
ALTER TABLE "language_models" ALTER COLUMN "tokens_a_day" DROP NOT NULL;
