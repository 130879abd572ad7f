import type { Command, Envelope, Outcome } from '../../../../policy/app/commands.ts';
import type { BacktestRecord, NewShopEntry, PolicyDraftRecord, PolicyRead } from '../../../../policy/app/policy.ts';
import type { PolicyVersionRecord } from '../../../../policy/app/records.ts';
import { backtest } from '../../../../policy/backtest/index.ts';
import type { AdminDeps } from '../../../../web/edge/admin/deps.ts';
import { versionsOf } from '../../../../web/shell/backtest/messages.ts';
import { questionsOf } from '../../../../web/shell/backtest/past-cases.ts';
import { policyDiscardDraft, policySaveDraft } from '../../../../web/shell/commands/policy-draft.ts';
import { policyPublish } from '../../../../web/shell/commands/policy-publish.ts';
import { policyWithdraw } from '../../../../web/shell/commands/policy-withdraw.ts';
import type { Context, Verdict, World } from '../../../../web/shell/handler.ts';
import type { DemoShop } from './demo-shop.ts';
import { aShop, NOW, SHOP, uuid } from './records.ts';

type PolicyCommand = Extract<Command, { kind: `policy.${string}` }>;

/** A shop's policy in memory, moved by the real commands. */
export type MemoryPolicy = Readonly<{
  read: PolicyRead;
  backtester: AdminDeps['backtester'];
  versions: PolicyVersionRecord[];
  entries: NewShopEntry[];
  act(envelope: Envelope, command: PolicyCommand): Outcome;
}>;

const FIRST: PolicyVersionRecord = {
  id: uuid(9001),
  shop: SHOP,
  number: 1,
  settings: {},
  effectiveAt: '1970-01-01T00:00:00.000Z',
  publishedBy: null,
  publishedAt: null,
  clauses: null,
  digest: 'c0ffee'.padEnd(64, '0'),
};

export const memoryPolicy = (shop: DemoShop): MemoryPolicy => {
  const versions: PolicyVersionRecord[] = [FIRST];
  const entries: NewShopEntry[] = [];
  let draft: PolicyDraftRecord | null = null;
  let run: BacktestRecord | null = null;
  let ids = 9100;

  const decide = (command: PolicyCommand, context: Context): Verdict => {
    const world = { shop: aShop(), draft, versions } as unknown as World;
    switch (command.kind) {
      case 'policy.save-draft':
        return policySaveDraft.decide(world, command, context);
      case 'policy.discard-draft':
        return policyDiscardDraft.decide(world, command, context);
      case 'policy.publish':
        return policyPublish.decide(world, command, context);
      case 'policy.withdraw':
        return policyWithdraw.decide(world, command, context);
    }
  };

  return {
    versions,
    entries,
    read: {
      policyVersions: async (domain) =>
        domain === SHOP
          ? [...versions].reverse().map((version) => ({
              ...version,
              publishedByName: shop.people.find(({ id }) => id === version.publishedBy)?.name ?? null,
            }))
          : [],
      policyDraft: async (domain) => (domain === SHOP && draft?.state === 'open' ? draft : null),
      shopEntries: async () => [],
    },
    backtester: {
      start: async (domain) => {
        if (domain !== SHOP || draft === null) return null;
        run = {
          id: uuid(ids++),
          shop: SHOP,
          draftId: draft.id,
          draftVersion: draft.version,
          against: versions.length,
          state: 'running',
          done: 0,
          total: shop.orders.length,
          changed: 0,
          result: null,
          error: null,
          startedAt: NOW,
          updatedAt: NOW,
        };
        return run;
      },
      stop: async (domain, id) => {
        if (domain !== SHOP || run?.id !== id || run.state !== 'running') return false;
        run = { ...run, state: 'cancelled' };
        return true;
      },
      /** Half-way when it is looked at first, then done. */
      latest: async (domain) => {
        if (domain !== SHOP || run === null) return null;
        const shown = run;
        if (run.state === 'running' && run.done === 0) run = { ...run, done: Math.ceil(run.total / 2) };
        else if (run.state === 'running' && draft !== null) {
          const { country, currency, timeZone } = aShop();
          const task = {
            shop: { country, currency, timeZone },
            now: NOW,
            before: versions.at(-1)?.settings ?? {},
            after: draft.settings,
          };
          const { before, after } = versionsOf(task);
          const asking = { shop: task.shop, settings: before.settings, now: NOW };
          const cases = shop.orders.flatMap((order) => questionsOf(order, asking));
          for await (const event of backtest(before, after, cases)) {
            if (event.kind === 'result') run = { ...run, state: 'done', done: run.total, result: event.result };
          }
        }
        return shown;
      },
    },
    act: (envelope, command) => {
      const person = shop.people.find(
        ({ staffId }) => envelope.actor.kind === 'staff' && staffId === envelope.actor.staffId,
      );
      if (person?.role !== 'owner') {
        const because = `this takes owner, and you are ${person?.role ?? 'nobody here'}`;
        return { status: 'refused', code: 'not-allowed', because, clauses: [], caseId: null };
      }
      const context = {
        now: NOW,
        ids: { id: () => uuid(ids++) },
        person,
        by: person.id,
        byName: person.name,
      } as unknown as Context;
      const verdict = decide(command, context);
      if (!verdict.ok) {
        const { code, because, clauses } = verdict;
        return { status: 'refused', code, because, clauses: [...clauses], caseId: null };
      }
      for (const next of verdict.changes.policyDrafts ?? []) draft = next.state === 'open' ? next : null;
      versions.push(...(verdict.changes.policyVersions ?? []));
      for (const { id, at } of verdict.changes.withdrawnVersions ?? []) {
        const index = versions.findIndex((version) => version.id === id);
        const version = versions[index];
        if (version !== undefined) versions[index] = { ...version, withdrawnAt: at };
      }
      entries.push(...(verdict.changes.shopEntries ?? []));
      return { status: 'done', replayed: false, caseId: null, proposalId: null, intentId: null };
    },
  };
};
