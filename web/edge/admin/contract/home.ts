import { z } from 'zod';
import { Approval } from './approval.ts';
import { CaseSummary } from './case.ts';

/** What needs a person now, then what goes on. */
export const Home = z.object({
  approvals: z.array(Approval),
  parkedCount: z.number().int(),
  /** Open cases whose next step is for staff. `more`: there are more than were counted. */
  waiting: z.object({ count: z.number().int(), more: z.boolean() }),
  /** Open cases of which something was due by now. */
  overdue: z.object({ count: z.number().int(), more: z.boolean() }),
  /** Open cases by state. */
  counts: z.array(z.object({ state: z.string(), count: z.number().int() })),
  recent: z.array(CaseSummary),
  /** For owners, until it is done or put away; null: nothing of it is shown. `version`: of the shop's settings. */
  setUp: z.object({ done: z.number().int(), all: z.number().int(), version: z.number().int() }).nullable(),
});
export type Home = z.infer<typeof Home>;
