-- Since when people are late with a case, kept on the case itself: the list of what is overdue walks an index in its own
-- order, however many there are. Written with the case's due dates, in prisma/store/late-since.ts.
ALTER TABLE "cases" ADD COLUMN "late_since" TIMESTAMPTZ(3);

UPDATE "cases" c SET "late_since" = d."since"
  FROM (SELECT "case_id", min("due_at") AS "since" FROM "deadlines"
         WHERE "state" = 'late'
           AND "kind" NOT IN ('rma-reminder', 'approval-reminder', 'approval-escalation', 'backorder-reminder', 'photos-reminder', 'recall-look')
         GROUP BY "case_id") d
 WHERE c."id" = d."case_id";

CREATE INDEX "cases_late_idx" ON "cases" ("shop", "updated_at" DESC, "id" DESC) INCLUDE ("late_since", "state", "kind")
  WHERE "closed_at" IS NULL AND "late_since" IS NOT NULL;

-- What is over and was not looked at yet is in no case: few, unless nobody has looked for long. The kinds are REMINDERS of
-- policy/app/reminders.ts, in its order; where they change, this index has to be made anew.
DROP INDEX "deadlines_late_idx";
CREATE INDEX "deadlines_coming_idx" ON "deadlines" ("shop", "due_at") INCLUDE ("case_id")
  WHERE "state" = 'open'
    AND "kind" NOT IN ('rma-reminder', 'approval-reminder', 'approval-escalation', 'backorder-reminder', 'photos-reminder', 'recall-look');
