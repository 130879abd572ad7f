import type { App } from '@slack/bolt';
import { amountOf } from '../../policy/decide/paid.ts';
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

const SHOP_MS = 5_000;

/** Which shop a workspace is bound to changes once in years, and is asked with every letter. */
const createShops = (deps: SlackDeps): ((team: string) => Promise<string | null>) => {
  const known = new Map<string, { shop: string; until: number }>();
  return async (team) => {
    const kept = known.get(team);
    if (kept !== undefined && kept.until > Date.now()) return kept.shop;
    const shop = await shopOf(deps, team);
    if (shop === null) known.delete(team);
    else known.set(team, { shop, until: Date.now() + SHOP_MS });
    return shop;
  };
};

/** Typeahead: orders by number or name, and the lines of a long order. Each answer is this shop's alone. */
export const options = (bolt: App, deps: SlackDeps): void => {
  const shops = createShops(deps);
  /** Looks while it is asked whether the asker works there; who does not is offered nothing. */
  const forStaff = async <T>({ team, user }: Asker, none: T, look: (shop: string) => Promise<T>): Promise<T> => {
    const shop = await shops(team?.id ?? '');
    if (shop === null) return none;
    const who = { userTeam: user.team_id ?? team?.id ?? '', user: user.id };
    const [staff, found] = await Promise.all([isStaff(deps, shop, who), look(shop)]);
    return staff ? found : none;
  };

  bolt.options(/^order\.(?:choose|find)$/, async ({ ack, body, options: asked }) => {
    const found = await forStaff(body, [], (shop) => deps.typeahead.orders(shop, asked.value, MOST));
    await ack({
      options: found.map((facts) =>
        option(facts.name, facts.id, `${formatAmount(amountOf(facts), facts.currency)} · ${shippingWords(facts)}`),
      ),
    });
  });

  bolt.options(FIELD.rma, async ({ ack, body, options: asked }) => {
    const found = await forStaff(body, [], (shop) => deps.typeahead.returns(shop, asked.value, MOST));
    await ack({
      options: found.map(({ id, number, rma, orderName, state }) =>
        option(`${rma ?? `case ${number}`} · ${orderName}`, id, stateWords(state)),
      ),
    });
  });

  bolt.options(FIELD.lines, async ({ ack, body, options: asked }) => {
    const memory = memoryOf((body as { view?: { private_metadata?: string } }).view?.private_metadata ?? '');
    const lines = await forStaff(body, [], async (shop) => {
      const proposal = memory.proposalId === undefined ? null : await deps.read.proposal(shop, memory.proposalId);
      const orderId = memory.orderId ?? proposal?.orderId ?? null;
      const order = orderId === null ? null : await deps.read.order(shop, orderId);
      const isCancel = proposal !== null && draftView(proposal.draft).kind === 'cancellation.request';
      return order === null ? [] : lineOptions(order.facts, isCancel ? 'cancel' : 'return', asked.value);
    });
    await ack({ options: lines });
  });
};
