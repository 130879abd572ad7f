import { z } from 'zod';
import { Refused } from '../model/refused.ts';

const Rate = z.number().min(0).max(1);
const Faults = z.strictObject({
  deliveries: z.strictObject({ duplicate: Rate, reorder: Rate, drop: Rate }).partial().optional(),
  admin: z.strictObject({ timeout: Rate, http500: Rate, throttle: Rate, cutAfterCommit: Rate }).partial().optional(),
});

const NONE = {
  deliveries: { duplicate: 0, reorder: 0, drop: 0 },
  admin: { timeout: 0, http500: 0, throttle: 0, cutAfterCommit: 0 },
};
export type FaultRates = typeof NONE;

/** How often things go wrong; what is not named keeps its rate. */
export const createFaults = (random: () => number = Math.random) => {
  let rates: FaultRates = structuredClone(NONE);
  return {
    rates: () => rates,
    set: (body: unknown): FaultRates => {
      const given = Faults.safeParse(body);
      if (!given.success) {
        throw new Refused(given.error.issues.map(({ path, message }) => ({ field: path.map(String), message })));
      }
      rates = {
        deliveries: { ...rates.deliveries, ...given.data.deliveries },
        admin: { ...rates.admin, ...given.data.admin },
      };
      return rates;
    },
    /** Whether it happens this time. */
    strikes: (fault: keyof FaultRates['admin']): boolean => random() < rates.admin[fault],
  };
};
export type Faults = ReturnType<typeof createFaults>;
