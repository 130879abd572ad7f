import type { PolicyVersionRecord } from '../../policy/app/records.ts';
import { isIntact } from '../../policy/versions/index.ts';

/** As it is stored, with the words of its clauses; null or absent: it is from before they were kept. */
type Stored = Pick<PolicyVersionRecord, 'settings' | 'clauses' | 'effectiveAt' | 'digest'>;

/** What is stored is not what was published: somebody wrote into the database. Without its words nothing can be told. */
export const isDamaged = ({ settings, clauses, effectiveAt, digest }: Stored): boolean =>
  clauses != null && !isIntact({ settings, clauses, effectiveAt, digest });

/** Why nothing is paid by a version: nobody decided what it says now. Null: it is as it was published. */
export const whyDamaged = (version: Stored & Pick<PolicyVersionRecord, 'number'>): string | null =>
  isDamaged(version)
    ? `version ${version.number} of the policy is damaged, what is stored is not what was published: have it restored and try again, or refund by hand and say so here`
    : null;
