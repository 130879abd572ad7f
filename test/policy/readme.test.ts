import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLAUSE_IDS } from '../../policy/clauses.ts';
import { gatherClauseMap } from '../../policy/docs/clause-map.ts';
import { machineDiagram, undrawnMoves } from '../../policy/docs/machine-diagram.ts';
import { policyReadme } from '../../policy/docs/readme.ts';
import { allMachines } from '../../policy/machines/index.ts';
import { SETTING_NAMES } from '../../policy/settings.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const map = await gatherClauseMap(ROOT);

describe('policy/README.md', () => {
  it('says what the code does (else: npm run docs)', () => {
    expect(readFileSync(path.join(ROOT, 'policy/README.md'), 'utf8')).toBe(policyReadme(map));
  });

  it('has every clause, every setting and every state of every machine', () => {
    const text = policyReadme(map);
    for (const id of CLAUSE_IDS) expect(text).toContain(`| ${id} |`);
    for (const name of SETTING_NAMES) expect(text).toContain(`| \`${name}\` |`);
    for (const machine of allMachines)
      for (const state of machine.states.filter((one) => one !== machine.initial))
        expect(machineDiagram(machine)).toContain(state);
  });

  it('draws or tells every move', () => {
    for (const machine of allMachines) {
      const told = `${machineDiagram(machine)}\n${undrawnMoves(machine).join('\n')}`;
      expect(machine.rows.filter((row) => !told.includes(row.event))).toEqual([]);
    }
  });
});

describe('a clause that decides', () => {
  const deciding = map.filter((entry) => entry.decides);
  it.each(deciding.map((entry) => [entry.clause, entry] as const))('%s is in a rule or the reckoning', (_, entry) => {
    expect([...entry.rules.map(({ table }) => table), ...entry.code]).not.toEqual([]);
  });
  it.each(deciding.map((entry) => [entry.clause, entry] as const))(
    '%s is in a test that asks the policy',
    (_, entry) => {
      expect(entry.tests).not.toEqual([]);
    },
  );
});
