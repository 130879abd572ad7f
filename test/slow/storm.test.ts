import { copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inCrowd } from '../support/storm/crowd.ts';
import { createDice } from '../support/storm/dice.ts';
import { startKilling } from '../support/storm/killer.ts';
import { decimal, decimalsOf, makePlan } from '../support/storm/plan.ts';
import { historyOf, problemsOf, problemsOfShop } from '../support/storm/reckon.ts';
import { type StormStage, stormStage } from '../support/storm/stage.ts';
import { orderOf, type Told, tellByCommand } from '../support/storm/tell-by-command.ts';
import { tellInSlack } from '../support/storm/tell-in-slack.ts';
import { startHours, untilQuiet } from '../support/storm/time.ts';

/**
 * Everything fails at once, and at the end every customer has what the policy says, once, to the cent.
 * `STORM_SEED` replays a run's dice, `STORM_ORDERS` says how many orders, `STORM_STORIES` of which stories (all).
 */
const SEED = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 1_000_000_000));
const ORDERS = Number(process.env.STORM_ORDERS ?? 120);
const STORIES = (process.env.STORM_STORIES ?? '').split(',').filter((story) => story !== '');
/** Slack takes one message a second a channel: a few stories are told there, the others by command. */
const IN_SLACK = Math.min(12, Math.ceil(ORDERS / 10));
const AT_ONCE = 40;
/** Long enough for every step of every kind of case to be hit; what it left behind is then finished in peace. */
const KILLING_MS = Math.max(75_000, ORDERS * 600);

const FAULTS = {
  deliveries: { duplicate: 0.3, reorder: 0.5, drop: 0.1 },
  admin: { timeout: 0, http500: 0.1, throttle: 0.05, cutAfterCommit: 0.2 },
};
const NO_FAULTS = {
  deliveries: { duplicate: 0, reorder: 0, drop: 0 },
  admin: { timeout: 0, http500: 0, throttle: 0, cutAfterCommit: 0 },
};

let stage: StormStage;
const dice = createDice(SEED);
beforeAll(async () => {
  stage = await stormStage(dice.split());
}, 900_000);
afterAll(() => stage?.stop(), 60_000);

it(`pays every customer exactly once while everything fails (STORM_SEED=${SEED})`, async () => {
  console.log(`storm: STORM_SEED=${SEED} STORM_ORDERS=${ORDERS}`);
  const plan = makePlan(dice.split(), ORDERS, STORIES.length === 0 ? IN_SLACK : 0, STORIES);
  await stage.call('POST', '/shopify/faults', FAULTS);
  await stage.call('POST', '/slack/faults', { cutAfterPost: 0.1, http500: 0.05, rateLimit: 0 });
  const killing = startKilling(stage, dice.split(), KILLING_MS);
  const hours = startHours(stage);
  const told: Told[] = await inCrowd(plan, AT_ONCE, async (planned) => {
    const one = await orderOf(stage, planned);
    await (planned.inSlack ? tellInSlack(stage, one) : tellByCommand(stage, one));
    return one;
  });
  await killing.stop();
  await hours.stop();
  await stage.call('POST', '/shopify/faults', NO_FAULTS);
  await stage.call('POST', '/slack/faults', { cutAfterPost: 0, http500: 0, rateLimit: 0 });
  await untilQuiet(stage);

  const problems = [...(await problemsOfShop(stage))];
  for (const one of told) {
    const found = await problemsOf(stage, one);
    if (found.length > 0) console.log(`storm: ${await historyOf(stage, one)}`);
    problems.push(...found);
  }
  const kills = (): number => stage.makegoods.reduce((sum, makegood) => sum + makegood.kills(), 0);
  const calls = stage.sandbox.shopify.calls();
  const cut = calls.filter((call) => call.fault === 'cutAfterCommit').length;
  console.log(`storm: killed ${kills()} times, ${calls.length} calls, ${cut} answers cut`);
  if (problems.length > 0) {
    const kept = path.join(tmpdir(), `makegood-storm-${SEED}.log`);
    copyFileSync(stage.logFile, kept);
    console.log(`storm: Makegood's log is in ${kept}`);
  }
  expect(problems).toEqual([]);
  // Whoever is paid once more, by one unit of money, is noticed.
  const partly = (told.find(({ planned }) => planned.story === 'cancel-part') ?? told[0]) as Told;
  const { currency } = partly.planned;
  await stage.call('POST', `/shopify/orders/${partly.orderId}/refund`, {
    amount: decimal(1, decimalsOf(currency)),
    note: 'Makegood: the same once more',
  });
  const noticed = await problemsOf(stage, partly);
  expect(noticed).toEqual([expect.stringMatching(/2 refunds.*paid \d+ [A-Z]{3}, the policy says \d+/)]);
  // The storm was one: it killed, it cut, it lost.
  for (const makegood of stage.makegoods) expect(makegood.kills()).toBeGreaterThan(0);
  expect(cut).toBeGreaterThan(0);
});
