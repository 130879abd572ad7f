import { type CommandOf, Request, type RequestKind } from '../../../policy/app/commands.ts';
import type { ProposalRecord } from '../../../policy/app/records.ts';
import { asRefusal } from '../as-refusal.ts';
import { showProposal } from '../effects-of.ts';
import { type Context, type Handler, plan, type Refused, refused, type Verdict, type World } from '../handler.ts';
import { whyNotAllowed } from '../permissions.ts';
import { draftSubject, runRequest } from './requests.ts';

/**
 * A proposal shows what a request would do, and does it when it is confirmed. The preview is the same plan as the real
 * thing, not recorded; the button carries the proposal's id, so what happens is reckoned again at that moment.
 */
export const proposalMake: Handler<'proposal.make'> = {
  subject: (command) => draftSubject(command.draft),
  decide: (world, command, context) => {
    const base: ProposalRecord = {
      id: context.ids.id(),
      shop: world.shop.domain,
      version: 1,
      state: 'open',
      draft: command.draft,
      orderId: world.order?.facts.id ?? null,
      caseId: world.case?.id ?? null,
      decision: null,
      would: [],
      missing: [],
      refusal: null,
      by: context.by,
      byName: context.byName,
      thread: command.thread,
      messageTs: null,
      endedBy: null,
      endedByName: null,
      endedAt: null,
      createdAt: context.now,
    };
    const proposal = { ...base, ...tryOut(world, command.draft, context) };
    return plan(
      { proposals: [proposal], effects: [showProposal(context, proposal)] },
      { proposalId: proposal.id, decision: proposal.decision },
    );
  },
};

/** Fills in what was missing, and reckons again. */
export const proposalAmend: Handler<'proposal.amend'> = {
  subject: (command) => ({ proposalId: command.proposalId }),
  decide: (world, command, context) => {
    const proposal = openProposal(world);
    if ('ok' in proposal) return proposal;
    const draft = {
      ...proposal.draft,
      ...command.fields,
      kind: proposal.draft.kind,
    } as CommandOf<'proposal.make'>['draft'];
    const photos = [...listOf(proposal.draft.photos), ...listOf(command.fields.photos)];
    if (photos.length > 0) draft.photos = photos;
    const next: ProposalRecord = {
      ...proposal,
      ...tryOut(world, draft, context),
      draft,
      version: proposal.version + 1,
    };
    return plan(
      { proposals: [next], effects: [showProposal(context, next)] },
      { proposalId: next.id, decision: next.decision },
    );
  },
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Does it, if it is still what was shown. Pressed twice, or by two people, it happens once. */
export const proposalConfirm: Handler<'proposal.confirm'> = {
  subject: (command) => ({ proposalId: command.proposalId }),
  decide: (world, _command, context) => {
    const proposal = openProposal(world);
    if ('ok' in proposal) return proposal;
    const draft = proposal.draft as CommandOf<'proposal.make'>['draft'];
    const request = Request.safeParse(draft);
    if (!request.success)
      return refused('missing', `still missing: ${proposal.missing.join(', ')}`, { missing: proposal.missing });
    const notAllowed = whyNotAllowed(context.actor, context.person, request.data.kind);
    if (notAllowed !== null) return refused('not-allowed', notAllowed);

    const verdict = asRefusal(() => runRequest(world, request.data, context, proposal.thread));
    if (!verdict.ok || changedSince(proposal, verdict)) return showAgain(world, proposal, draft, verdict, context);
    const ended: ProposalRecord = {
      ...proposal,
      version: proposal.version + 1,
      state: 'confirmed',
      caseId: verdict.caseId ?? proposal.caseId,
      endedBy: context.by,
      endedByName: context.byName,
      endedAt: context.now,
    };
    const opened = verdict.changes.cases?.find((one) => one.version === 1);
    const takesOver = opened !== undefined && proposal.messageTs !== null;
    return {
      ...verdict,
      proposalId: proposal.id,
      changes: {
        ...verdict.changes,
        proposals: [ended],
        // A case that this opens goes on in the proposal's own message; otherwise the proposal says what became of it.
        ...(takesOver
          ? {
              messages: [
                {
                  subject: 'case' as const,
                  id: opened.id,
                  channel: proposal.thread.channel,
                  ts: proposal.messageTs as string,
                },
              ],
            }
          : {}),
        effects: [...(verdict.changes.effects ?? []), ...(takesOver ? [] : [showProposal(context, ended)])],
      },
    };
  },
};

export const proposalDismiss: Handler<'proposal.dismiss'> = {
  subject: (command) => ({ proposalId: command.proposalId }),
  decide: (world, _command, context) => {
    const proposal = openProposal(world);
    if ('ok' in proposal) return proposal;
    const ended: ProposalRecord = {
      ...proposal,
      version: proposal.version + 1,
      state: 'dismissed',
      endedBy: context.by,
      endedByName: context.byName,
      endedAt: context.now,
    };
    return plan({ proposals: [ended], effects: [showProposal(context, ended)] }, { proposalId: ended.id });
  },
};

const openProposal = (world: World): ProposalRecord | Refused => {
  const { proposal } = world;
  if (proposal === null) return refused('not-found', 'this proposal is not there any more: ask again');
  if (proposal.state === 'open') return proposal;
  const who = proposal.endedByName === null ? '' : ` by ${proposal.endedByName}`;
  const what = { confirmed: 'confirmed', dismissed: 'put aside', lapsed: 'overtaken by events' }[proposal.state];
  return refused('ended', `${what} already${who}`, { caseId: proposal.caseId });
};

type Tried = Pick<ProposalRecord, 'decision' | 'would' | 'missing' | 'refusal'>;

/** What would happen, without recording it: the very plan, thrown away. */
const tryOut = (world: World, draft: CommandOf<'proposal.make'>['draft'], context: Context): Tried => {
  const notAllowed = whyNotAllowed(context.actor, context.person, draft.kind as RequestKind);
  if (notAllowed !== null) return { decision: null, would: [], missing: [], refusal: notAllowed };
  const request = Request.safeParse(draft);
  if (!request.success) {
    const missing = [...new Set(request.error.issues.map((issue) => issue.path.map(String)[0] ?? 'kind'))];
    return { decision: null, would: [], missing, refusal: null };
  }
  return triedFrom(asRefusal(() => runRequest(world, request.data, context, null)));
};

const triedFrom = (verdict: Verdict): Tried =>
  verdict.ok
    ? { decision: verdict.decision, would: verdict.would, missing: [], refusal: null }
    : {
        decision: verdict.decision,
        would: [],
        missing: verdict.missing,
        refusal: verdict.missing.length > 0 ? null : verdict.because,
      };

const changedSince = (proposal: ProposalRecord, verdict: Verdict & { ok: true }): boolean =>
  proposal.decision?.refund?.total !== verdict.decision?.refund?.total ||
  proposal.decision?.verdict !== verdict.decision?.verdict;

/** Things have moved since it was shown: the card says how they stand now, and nothing is done. */
const showAgain = (
  world: World,
  proposal: ProposalRecord,
  draft: CommandOf<'proposal.make'>['draft'],
  verdict: Verdict,
  context: Context,
): Refused => {
  const next: ProposalRecord = { ...proposal, ...tryOut(world, draft, context), version: proposal.version + 1 };
  const because = verdict.ok
    ? 'something changed since this was shown: look at the new amount and confirm again'
    : verdict.because;
  return refused(verdict.ok ? 'stale' : verdict.code, because, {
    clauses: verdict.ok ? [] : verdict.clauses,
    missing: verdict.ok ? [] : verdict.missing,
    decision: verdict.decision,
    changes: { proposals: [next], effects: [showProposal(context, next)] },
  });
};
