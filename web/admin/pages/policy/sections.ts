import { CLAUSE_IDS, CLAUSES, type ClauseId } from '../../../../policy/clauses.ts';
import type { Setting } from '../../../edge/admin/contract.ts';

/** Parts of the policy page: those of the text, and approvals, of which the text says nothing. */
export const SECTIONS = [
  'Non-defective products',
  'Defective products',
  'Products out of stock',
  'RMA Procedure',
  'Policy',
  'approvals',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Settings under the clause they bear on first. */
export type ClauseGroup = Readonly<{ clause: ClauseId | null; settings: readonly Setting[] }>;

const isClause = (id: string | undefined): id is ClauseId => id !== undefined && Object.hasOwn(CLAUSES, id);

const leadOf = (setting: Setting): ClauseId | null => {
  const [first] = setting.clauses;
  return isClause(first) ? first : null;
};

export const sectionOf = (setting: Setting): Section => {
  const lead = leadOf(setting);
  return lead === null ? 'approvals' : CLAUSES[lead].source.section;
};

/** The clauses of a section that have settings, in the order of the text. */
export const groupsOf = (section: Section, settings: readonly Setting[]): readonly ClauseGroup[] => {
  const own = settings.filter((setting) => sectionOf(setting) === section);
  if (section === 'approvals') return own.length === 0 ? [] : [{ clause: null, settings: own }];
  return CLAUSE_IDS.map((clause) => ({ clause, settings: own.filter((setting) => leadOf(setting) === clause) })).filter(
    (group) => group.settings.length > 0,
  );
};
