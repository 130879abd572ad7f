-- What people are late with, apart from what Makegood does itself: the list of overdue cases reads nothing else. The kinds
-- are REMINDERS of policy/app/reminders.ts, in its order; where they change, this index has to be made anew.
DROP INDEX "deadlines_open_due_idx";
CREATE INDEX "deadlines_late_idx" ON "deadlines" ("shop", "due_at") INCLUDE ("case_id")
  WHERE "state" IN ('open', 'late')
    AND "kind" NOT IN ('rma-reminder', 'approval-reminder', 'approval-escalation', 'backorder-reminder', 'photos-reminder', 'recall-look');
