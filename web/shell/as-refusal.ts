import { PolicyError } from '../../policy/errors.ts';
import { refused, type Verdict } from './handler.ts';

/**
 * A question that does not fit the order as we know it (more units than have shipped, a line of another order) is no
 * defect of ours: whoever asked is told what does not fit, in the policy's words.
 */
export const asRefusal = (decide: () => Verdict): Verdict => {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return refused('invalid', error.message);
  }
};
