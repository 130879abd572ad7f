import { parseSettings } from '../../policy/settings.ts';
import { versionFor } from '../../policy/versions/index.ts';
import type { SlackDeps } from '../deps.ts';
import { type Answer, tell } from './answer.ts';
import { policyAnswer } from './policy-answer.ts';

/** A question about the policy, answered from the version that is in force now. */
export const answerPolicy = async (
  deps: Pick<SlackDeps, 'policy' | 'clock'>,
  shop: string,
  topic: string,
): Promise<Answer> => {
  const { number, settings } = versionFor(await deps.policy.policyVersions(shop), deps.clock.now());
  return tell(policyAnswer(topic, { number, settings: parseSettings(settings) }));
};
