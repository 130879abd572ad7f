import type { Runner } from './runner.ts';

/** A workspace's token is deleted, unless it was connected anew meanwhile. */
export const forgetSlack: Runner<'slack.forget'> = async (deps, effect) => {
  const bound = await deps.read.shopOfSlackTeam(effect.team);
  if (bound === null) await deps.forgetSlackToken(effect.team);
  return { done: { forgotten: bound === null } };
};
