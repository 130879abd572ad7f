import { z } from 'zod';
import { Approval } from './approval.ts';
import { CaseSummary } from './case.ts';

/** What needs a person now, then what goes on. */
export const Home = z.object({
  approvals: z.array(Approval),
  parkedCount: z.number().int(),
  /** Open cases by state. */
  counts: z.array(z.object({ state: z.string(), count: z.number().int() })),
  recent: z.array(CaseSummary),
});
export type Home = z.infer<typeof Home>;
