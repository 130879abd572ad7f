import type { App } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { FIELD } from '../ids.ts';
import { formatAmount } from '../text/money.ts';
import { stateWords } from '../text/words.ts';
import { option } from '../views/blocks.ts';
import { draftView } from '../views/draft.ts';
import { lineOptions } from '../views/forms/lines.ts';
import { shippingWords } from '../views/order-line.ts';
import { isStaff, shopOf } from './interaction.ts';
import { memoryOf } from './view.ts';

const MOST = 20;

type Asker = Readonly<{ team?: { id: string } | null; user: { id: string; team_id?: string } }>;

/** The asker's shop, if they work there; who does not is offered nothing. */
const staffShop = async (deps: SlackDeps, { team, user }: Asker): Promise<string | null> => {
  const shop = await shopOf(deps, team?.id ?? '');
  const who = { userTeam: user.team_id ?? team?.id ?? '', user: user.id };
  return shop !== null && (await isStaff(deps, shop, who)) ? shop : null;
};

/** Typeahead: orders by number or name, and the lines of a long order. Each answer is this shop's alone. */
export const options = (bolt: App, deps: SlackDeps): void => {
  bolt.options(/^order\.(?:choose|find)$/, async ({ ack, body, options: asked }) => {
    const shop = await staffShop(deps, body);
    const found = shop === null ? [] : await deps.read.searchOrders(shop, asked.value, MOST);
    await ack({
      options: found.map(({ facts }) =>
        option(facts.name, facts.id, `${formatAmount(facts.total, facts.currency)} · ${shippingWords(facts)}`),
      ),
    });
  });

  bolt.options(FIELD.rma, async ({ ack, body, options: asked }) => {
    const shop = await staffShop(deps, body);
    const page =
      shop === null
        ? { cases: [] }
        : await deps.read.cases(shop, { kind: 'return', open: true, text: asked.value, limit: MOST });
    await ack({
      options: page.cases.map(({ case: record }) =>
        option(`${record.rma ?? `case ${record.number}`} · ${record.orderName}`, record.id, stateWords(record.state)),
      ),
    });
  });

  bolt.options(FIELD.lines, async ({ ack, body, options: asked }) => {
    const shop = await staffShop(deps, body);
    const memory = memoryOf((body as { view?: { private_metadata?: string } }).view?.private_metadata ?? '');
    const proposal =
      shop === null || memory.proposalId === undefined ? null : await deps.read.proposal(shop, memory.proposalId);
    const orderId = memory.orderId ?? proposal?.orderId ?? null;
    const order = shop === null || orderId === null ? null : await deps.read.order(shop, orderId);
    const purpose =
      proposal !== null && draftView(proposal.draft).kind === 'cancellation.request' ? 'cancel' : 'return';
    await ack({ options: order === null ? [] : lineOptions(order.facts, purpose, asked.value) });
  });
};
