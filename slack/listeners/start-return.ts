import type { App } from '@slack/bolt';
import type { Thread } from '../../policy/app/records.ts';
import type { SlackDeps } from '../deps.ts';
import { ACTION } from '../ids.ts';
import { returnableLines } from '../views/case-actions.ts';
import { asksCustomer } from '../views/proposal-card.ts';
import { onAction } from './action.ts';
import { act, type Pressed, shopOf, tellPresser } from './interaction.ts';

type Start = Readonly<{
  orderId: string;
  lines: readonly { lineItemId: string; quantity: number }[];
  thread: Thread;
  key: string;
}>;

/** What was asked to be cancelled and had shipped: all of it, or the lines that were named. */
const fromProposal = async (deps: SlackDeps, shop: string, proposalId: string): Promise<Start | null> => {
  const proposal = await deps.read.proposal(shop, proposalId);
  const order = proposal?.orderId == null ? null : await deps.read.order(shop, proposal.orderId);
  if (proposal === null || order === null) return null;
  const returnable = (proposal.decision?.units ?? [])
    .filter((unit) => unit.outcome === 'returnable')
    .map(({ lineItemId, quantity }) => ({ lineItemId, quantity }));
  return {
    orderId: order.facts.id,
    lines: returnable.length > 0 ? returnable : returnableLines({ order: order.facts }),
    thread: proposal.thread,
    key: `start-return:${proposalId}`,
  };
};

const fromCase = async (deps: SlackDeps, shop: string, caseId: string, pressed: Pressed): Promise<Start | null> => {
  const detail = await deps.read.caseDetail(shop, caseId);
  if (detail === null) return null;
  const here =
    pressed.channel === null || pressed.messageTs === null
      ? null
      : { channel: pressed.channel, ts: pressed.threadTs ?? pressed.messageTs };
  const thread = detail.case.thread ?? here;
  if (thread === null) return null;
  return { orderId: detail.case.orderId, lines: returnableLines(detail), thread, key: `start-return:${caseId}` };
};

/**
 * A return that follows from another proposal: too late to cancel, so the goods come back (P12, P14; the customer changed
 * their mind, that is the reason), or the customer is to send what it lacks (P3, P18).
 */
export const startReturn = (bolt: App, deps: SlackDeps): void => {
  onAction(bolt, deps, ACTION.startReturn, async ({ pressed, id, value }) => {
    const shop = await shopOf(deps, pressed.team);
    if (shop === null) return;
    const [kind, subject = ''] = value.split(':');
    const start =
      kind === 'proposal' ? await fromProposal(deps, shop, subject) : await fromCase(deps, shop, subject, pressed);
    if (start === null) return tellPresser(deps, pressed, 'Not done: the order is not here any more.');
    if (start.lines.length === 0)
      return tellPresser(deps, pressed, 'Not done: nothing of this order is out that could come back.');
    const made = await act(deps, pressed, id, {
      kind: 'proposal.make',
      key: start.key,
      draft: { kind: 'return.open', orderId: start.orderId, reason: 'changed_mind', lines: start.lines },
      thread: start.thread,
    });
    if (kind === 'proposal' && made?.status === 'done') await putAside(deps, shop, pressed, id, subject);
  });

  onAction(bolt, deps, ACTION.askCustomer, async ({ pressed, id, value }) => {
    const shop = await shopOf(deps, pressed.team);
    const proposal = shop === null ? null : await deps.read.proposal(shop, value);
    if (shop === null || proposal === null || !asksCustomer(proposal))
      return tellPresser(deps, pressed, 'Not done: this proposal is no longer open, or has all it needs.');
    const made = await act(deps, pressed, id, {
      kind: 'proposal.make',
      key: `ask-customer:${value}`,
      draft: { ...proposal.draft, kind: 'return.request' },
      thread: proposal.thread,
    });
    if (made?.status === 'done') await putAside(deps, shop, pressed, id, value);
  });
};

/** What another proposal replaces is put aside, so that one question is open in the thread and not two. */
const putAside = async (
  deps: SlackDeps,
  shop: string,
  pressed: Pressed,
  id: string,
  proposalId: string,
): Promise<void> => {
  await deps.handle(
    {
      id: `slack:${id}:dismiss`.slice(0, 200),
      shop,
      actor: { kind: 'slack', team: pressed.userTeam, user: pressed.user },
    },
    { kind: 'proposal.dismiss', proposalId },
  );
};
