import { nextStep } from '../../../policy/app/next-step.ts';
import { type Ask, decide, parseSettings, parseWebhookOrder, resolveSettings } from '../../../policy/index.ts';
import { verifyChain } from '../../../prisma/index.ts';
import { DEMO } from '../../sandbox/sandbox.ts';
import { CANCELS, minorOf, RETURNS } from './plan.ts';
import type { StormStage } from './stage.ts';
import { chosenLines, type Told } from './tell-by-command.ts';

/** As the demo's shop has it. */
const SHOP = { timeZone: 'America/New_York', country: 'US', currency: 'USD' } as const;

type Due = Readonly<{ money: number; exchanged: number }>;

/** What the policy gives this customer, asked about the order as it was before anybody did anything: minor units, and goods. */
export const dueBy = (told: Told): Due => {
  const { facts } = parseWebhookOrder(told.before);
  const decision = decide({
    now: new Date(Date.parse(facts.createdAt) + 60_000).toISOString(),
    shop: SHOP,
    settings: resolveSettings(parseSettings({}), { shipTo: facts.shipTo }),
    order: facts,
    ask: askOf(told, facts.createdAt),
  });
  if (decision.verdict !== 'granted') return { money: 0, exchanged: 0 };
  const exchanged = decision.units.filter((unit) => unit.outcome === 'exchanged');
  return {
    money: decision.refund?.total ?? 0,
    exchanged: exchanged.reduce((sum, unit) => sum + unit.quantity, 0),
  };
};

/**
 * With what a person gave by hand on top: what was for the goods is part of what is due where it was there first, and too
 * much where they had been paid for; goodwill is never a part of it.
 */
const withHandRefund = ({ planned, byHand }: Told, due: number, wasFirst: boolean): number => {
  if (byHand === null || byHand.for === 'units') return due;
  const all = byHand.for === 'line' && wasFirst ? Math.max(due, byHand.amount) : due + byHand.amount;
  return Math.min(planned.paid, all);
};

const askOf = (told: Told, at: string): Ask => {
  const { story, reason } = told.planned;
  if (story === 'backorder')
    return { kind: 'stock-out', lines: chosenLines(told), customerNotifiedAt: at, answer: 'refund' };
  if (!RETURNS.has(story))
    return story === 'cancel-part' ? { kind: 'cancel', lines: chosenLines(told) } : { kind: 'cancel' };
  const units = chosenLines(told)
    .sort((a, b) => (a.lineItemId < b.lineItemId ? -1 : 1))
    .flatMap(({ lineItemId, quantity }) => Array.from({ length: quantity }, () => lineItemId));
  return {
    kind: 'settle',
    return: {
      reason: story === 'refused' ? 'refused_delivery' : reason,
      lines: chosenLines(told),
      remedy: story === 'exchange' ? 'exchange' : 'refund',
      ...(story === 'refused' ? {} : { rmaIssuedAt: at }),
      ...(told.carriage === null ? {} : { returnPostage: { paidBy: 'merchant' as const, amount: told.carriage } }),
    },
    parcel: { receivedAt: at, rmaMarked: true },
    inspection: units.map((lineItemId, index) => ({
      lineItemId,
      quantity: 1,
      result: told.verdicts[index] ?? 'accepted',
    })),
  };
};

type Transaction = Readonly<{ kind: string; status: string; amount: string; gateway: string }>;
type OrderView = Readonly<{
  cancelled_at: string | null;
  line_items: readonly { id: number; quantity: number }[];
  refunds: readonly { id: number; note: string | null; transactions: readonly Transaction[] }[];
  returns: readonly { status: string }[];
}>;

/** Everything that is not as it must be for one customer; empty where all is well. */
export const problemsOf = async (stage: StormStage, told: Told): Promise<readonly string[]> => {
  const { planned, orderId } = told;
  const problems: string[] = [];
  const order = await stage.call<OrderView>('GET', `/shopify/orders/${orderId}`);
  const payments = order.refunds.filter((refund) => refund.transactions.some(isPaid));
  const transactions = payments.flatMap((refund) => refund.transactions.filter(isPaid));
  const sumOf = (some: readonly Transaction[]): number =>
    some.reduce((sum, one) => sum + minorOf(one.amount, planned.currency), 0);
  const paid = sumOf(transactions);
  const due = dueBy(told);
  const seen = stage.watch.casesOf(orderId);
  if (seen.length > 1) problems.push(`${seen.length} cases`);
  const byMakegood = payments.filter((refund) => refund.note !== 'by phone');
  const phone = payments.find((refund) => refund.note === 'by phone');
  const dueInAll = withHandRefund(
    told,
    due.money,
    byMakegood.every((refund) => refund.id > (phone?.id ?? 0)),
  );
  if (byMakegood.length > 1) problems.push(`${byMakegood.length} refunds`);
  if (payments.length - byMakegood.length > (told.byHand === null ? 0 : 1))
    problems.push('refunds nobody made by hand');
  const found = seen[0];
  if (told.byHand?.before === 'money' && told.byHand.for === null)
    problems.push('nobody asked what was refunded by hand');

  const { story } = planned;
  if (story === 'too-late') {
    if (paid !== 0 || order.cancelled_at !== null) problems.push(`paid ${paid} for an order that had left`);
    if (found === undefined && told.refusedBecause === null) problems.push('nobody was told that it is too late');
  } else if (story === 'asked-declined') {
    if (paid !== 0) problems.push(`paid ${paid} for a return that was declined`);
    if (found !== undefined && !found.closed) problems.push(`the case is ${found.state}`);
  } else {
    if (paid !== dueInAll)
      problems.push(`paid ${paid} ${planned.currency}, the policy says ${due.money}, in all ${dueInAll}`);
    if (found?.closed !== true) problems.push(`the case is ${found?.state ?? 'not there'}`);
    if (CANCELS.has(story) !== (order.cancelled_at !== null)) problems.push(`cancelled: ${order.cancelled_at}`);
    const onCard = sumOf(transactions.filter((one) => one.gateway === 'gift_card'));
    if (told.byHand === null && onCard !== Math.min(paid, planned.giftCard))
      problems.push(`${onCard} of ${paid} went to the gift card, which had paid ${planned.giftCard}`);
  }
  const alive = order.returns.filter((one) => !/^(declined|cancell?ed)$/i.test(one.status));
  if (RETURNS.has(story)) {
    if (alive.length !== 1) problems.push(`${alive.length} returns in Shopify`);
    if (alive.some((one) => one.status.toLowerCase() !== 'closed')) problems.push('the return is open in Shopify');
  } else if (alive.length > 0) problems.push(`${alive.length} returns in Shopify that nobody wants`);
  const bought = (told.before as OrderView).line_items.length;
  const sent = order.line_items.slice(bought).reduce((sum, line) => sum + line.quantity, 0);
  if (sent !== due.exchanged) problems.push(`${sent} units go out in exchange, the policy says ${due.exchanged}`);
  for (const one of seen) problems.push(...(await problemsOfCase(stage, one.id, story === 'too-late')));
  return problems.length === 0
    ? []
    : [
        `${planned.name} (${planned.story}${planned.inSlack ? ', in Slack' : ''}): ${problems.join('; ')}${told.troubles.length === 0 ? '' : ` [${[...new Set(told.troubles)].join(' | ')}]`}`,
      ];
};

/** What happened to one customer, for whoever looks for the reason of a problem. */
export const historyOf = async (stage: StormStage, { planned, orderId, byHand }: Told): Promise<string> => {
  const order = await stage.call<OrderView>('GET', `/shopify/orders/${orderId}`);
  const lines = [`${planned.name} (${planned.story}), by hand ${JSON.stringify(byHand)}`];
  for (const { id, note, transactions, ...rest } of order.refunds)
    lines.push(
      `refund ${id} at ${(rest as { created_at?: string }).created_at}, ${note}: ${JSON.stringify(transactions)}`,
    );
  for (const { id } of stage.watch.casesOf(orderId)) {
    const detail = await stage.database.read.caseDetail(DEMO.shop, id);
    for (const one of detail?.entries ?? []) lines.push(`${one.at} ${one.event}: ${one.text}`);
    for (const { kind, state, attempts, updatedAt, lastError } of detail?.effects ?? [])
      if (kind.startsWith('shopify.')) lines.push(`${updatedAt} ${kind} ${state} after ${attempts}: ${lastError}`);
    for (const { state, breakdown } of detail?.intents ?? []) lines.push(`refund of ${breakdown.total}: ${state}`);
  }
  return lines.join('\n  ');
};

/** Its history is whole; it is over, or a person who is named is told why it is theirs. */
const problemsOfCase = async (stage: StormStage, caseId: string, mayWait: boolean): Promise<readonly string[]> => {
  const problems: string[] = [];
  const broken = await verifyChain(stage.pool, caseId);
  if (broken !== null) problems.push(`history broken at ${broken.seq}: ${broken.because}`);
  const detail = await stage.database.read.caseDetail(DEMO.shop, caseId);
  if (detail === null) return [...problems, 'the case can not be read'];
  if (detail.case.closedAt === null) {
    const step = nextStep(detail);
    const last = detail.entries.at(-1)?.text ?? '';
    if (!/— (agent|warehouse|an approver|a second person)/.test(`${step}`)) problems.push(`waits for nobody: ${step}`);
    if (detail.case.assignee === null) problems.push('nobody is named to look at it');
    if (last === '') problems.push('no reason is given');
    // Only who asked too late, of a Makegood that had not heard of the parcel, may leave work to a person.
    if (!mayWait) problems.push(`open: ${step} (${last})`);
  }
  const paidTwice = detail.intents.filter((intent) => intent.state === 'succeeded').length > 1;
  if (paidTwice) problems.push('two refunds of the case count as paid');
  return problems;
};

const isPaid = (one: { kind: string; status: string }): boolean => one.kind === 'refund' && one.status === 'success';

/** What the shop as a whole must look like when all is quiet. */
export const problemsOfShop = async (stage: StormStage): Promise<readonly string[]> => {
  const problems: string[] = [];
  const { rows: effects } = await stage.pool.query<{ kind: string; state: string; key: string; last_error: string }>(
    `SELECT kind, state, key, last_error FROM effects WHERE state NOT IN ('done', 'refused')`,
  );
  problems.push(...effects.map((one) => `effect ${one.key} is ${one.state}: ${one.last_error}`));
  const { rows: intents } = await stage.pool.query<{ id: string; state: string }>(
    `SELECT id, state FROM refund_intents WHERE state IN ('new', 'proposed', 'approved', 'executing', 'unknown')`,
  );
  problems.push(...intents.map((one) => `refund ${one.id} is ${one.state}`));
  const { rows: stored } = await stage.pool.query<{
    topic: string;
    id: string;
    open: boolean;
    parked: boolean;
    reason: string | null;
  }>(
    `SELECT i.topic, i.id, o.seq IS NOT NULL AS open, o.parked_at IS NOT NULL AS parked, o.reason
       FROM inbox i LEFT JOIN inbox_open o ON o.seq = i.seq WHERE i.source = 'shopify'`,
  );
  const byId = new Map(stored.map((row) => [`${row.topic} ${row.id}`, row]));
  if (byId.size !== stored.length) problems.push(`${stored.length - byId.size} webhooks are stored twice`);
  for (const delivery of stage.sandbox.shopify.deliveries()) {
    if (delivery.state !== 'delivered') continue;
    const row = byId.get(`${delivery.topic} ${delivery.webhookId}`);
    if (row === undefined) problems.push(`${delivery.topic} was acknowledged and is not stored`);
    else if (row.open && !row.parked) problems.push(`${delivery.topic} was acknowledged and not dealt with`);
    else if (row.parked && !row.reason) problems.push(`${delivery.topic} is parked without a reason`);
  }
  return problems;
};
