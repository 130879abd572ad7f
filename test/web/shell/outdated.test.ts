import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../policy/app/actors.ts';
import type { Command, Outcome, SeenVersion } from '../../../policy/app/commands.ts';
import { createHandleCommand } from '../../../web/shell/handle-command.ts';
import { realIds } from '../../../web/shell/ids.ts';
import { personVersion } from '../../../web/shell/outdated.ts';
import { type Opened, openFresh } from '../../prisma/open.ts';
import { AT, aCase, anEnvelope, done, SHOP, someContact, someFacts } from '../../prisma/samples.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openFresh();
  const person = (name: string, role: Person['role'], staffId: string) =>
    opened.db.installations.savePerson({ shop: SHOP, name, role, staffId, slackTeam: null, slackUser: null });
  await person('Olive', 'owner', '1');
  await person('Odo', 'owner', '2');
  await person('Ada', 'approver', '101');
});
afterAll(() => opened.close());

const ask = (command: Command, as: string, seen?: SeenVersion, id: string = randomUUID()): Promise<Outcome> => {
  const handle = createHandleCommand({ store: opened.db.store, clock: { now: () => AT }, ids: realIds });
  const actor = { kind: 'staff', staffId: as } as const;
  return handle({ id, shop: SHOP, actor, ...(seen === undefined ? {} : { seen }) }, command);
};
const ada = async (): Promise<Person> => {
  const found = (await opened.db.read.people(SHOP)).find(({ staffId }) => staffId === '101');
  if (found === undefined) throw new Error('nobody is staff 101');
  return found;
};
const asOf = ({ name, role, staffId, slackUser, id }: Person, changes: Partial<Person>): Command => ({
  ...{ kind: 'people.save', personId: id, name, role, staffId, slackUser },
  ...changes,
});
const codes = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map((outcome) => (outcome.status === 'done' ? 'done' : outcome.code)).sort();

describe('of two who saw the same at the same moment', () => {
  it('one changes a case, the other is told that it has changed', async () => {
    const { store, policy } = opened.db;
    const [version] = await policy.policyVersions(SHOP);
    const record = aCase({ policyVersion: version?.id ?? '' });
    await store.transaction(SHOP, (tx) =>
      tx.record(anEnvelope(), done(record.id), {
        orders: [{ facts: someFacts(), contact: someContact() }],
        cases: [record],
      }),
    );
    const note = (as: string) =>
      ask({ kind: 'case.note', caseId: record.id, text: `by ${as}` }, as, { of: 'case', versions: [1] });
    expect(codes(await Promise.all([note('1'), note('2')]))).toEqual(['done', 'stale']);
  });

  it('one says what a colleague may do', async () => {
    const before = await ada();
    const seen: SeenVersion = { of: 'person', versions: [personVersion(before)] };
    const give = (as: string, role: Person['role']) => ask(asOf(before, { role }), as, seen);
    expect(codes(await Promise.all([give('1', 'agent'), give('2', 'warehouse')]))).toEqual(['done', 'stale']);
  });
});

it('the same command again is answered as the first time, whatever has changed since', async () => {
  const before = await ada();
  const seen: SeenVersion = { of: 'person', versions: [personVersion(before)] };
  const again = () => ask(asOf(before, { name: 'Ada A.' }), '1', seen, 'admin:1:people.save:once');
  expect([await again(), await again()]).toMatchObject([
    { status: 'done', replayed: false },
    { status: 'done', replayed: true },
  ]);
});

it('whoever sets their own notices while a role is taken from them does not give it back to themselves', async () => {
  await ask(asOf(await ada(), { role: 'approver' }), '1');
  // An owner's change is under way: what waits for it was asked while she still was an approver.
  const { sql } = opened;
  await sql.query('BEGIN');
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${SHOP}/shop:${SHOP}`]);
  const settings = ask({ kind: 'person.settings', notify: 'none', language: null }, '101');
  await expect
    .poll(async () => (await sql.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).rowCount)
    .toBe(1);
  await sql.query("UPDATE people SET role = 'warehouse' WHERE shop = $1 AND staff_id = '101'", [SHOP]);
  await sql.query('COMMIT');
  await settings;
  expect(await ada()).toMatchObject({ role: 'warehouse', notify: 'none' });
});
