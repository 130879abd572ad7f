import type { App } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { ACTION } from '../ids.ts';
import { createKnow } from '../people/know.ts';
import { onAction } from './action.ts';
import { act, shopOf } from './interaction.ts';

/** `yes` and `no` are answers to a question; anything else is the fact itself. */
const factOf = (value: string): unknown => (value === 'yes' ? true : value === 'no' ? false : value);

/** Confirm, Not now, and the facts that one press gives. */
export const proposalButtons = (bolt: App, deps: SlackDeps): void => {
  const know = createKnow();
  onAction(bolt, deps, ACTION.confirm, async ({ pressed, id, value }) => {
    const shop = await shopOf(deps, pressed.team);
    const proposal = shop === null ? null : await deps.read.proposal(shop, value);
    // "approve RMA-…", confirmed: an approval as any other.
    if (shop !== null && proposal?.draft.kind === 'refund.approve') await know(deps, shop, pressed);
    await act(deps, pressed, id, { kind: 'proposal.confirm', proposalId: value });
  });
  onAction(bolt, deps, ACTION.dismiss, async ({ pressed, id, value }) => {
    await act(deps, pressed, id, { kind: 'proposal.dismiss', proposalId: value });
  });
  onAction(bolt, deps, ACTION.amend, async ({ pressed, id, value, action }) => {
    const [, field = '', answer = ''] = action.split(':');
    await act(deps, pressed, id, { kind: 'proposal.amend', proposalId: value, fields: { [field]: factOf(answer) } });
  });
  // A list carries the fact as its value, and the proposal in its id.
  onAction(bolt, deps, ACTION.amendChoice, async ({ pressed, id, value, action }) => {
    const [, field = '', proposalId = ''] = action.split(':');
    await act(deps, pressed, id, { kind: 'proposal.amend', proposalId, fields: { [field]: value } });
  });
};
