import { defineConfig } from 'vitest/config';

/** The tests that ask the core itself: those that start a process of their own, or read other folders, see no mutant. */
const ASKING =
  'answers,approvals,approvals-words,bad-input,cli-inside,deadlines,decide-table,edges,facts-agree,facts-bare,facts-webhook,judged,law,ledger,limits,money,' +
  'money-laws,posted-orders,rma,settings,stock-out,trail,versions';

export default defineConfig({
  test: { include: [`test/policy/{${ASKING}}.test.ts`], isolate: false },
});
