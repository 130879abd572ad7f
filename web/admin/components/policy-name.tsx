import type { CaseDetail } from '../../edge/admin/contract.ts';
import { t } from '../messages/index.ts';
import { short } from '../words/short.ts';
import { When } from './when.tsx';

type Props = Readonly<{ id: string; policies: CaseDetail['policies'] }>;

/** A version as the policy's pages count it, and since when it counts; its id where it is looked for. */
export const PolicyName = ({ id, policies }: Props) => {
  const found = policies.find((one) => one.id === id);
  if (found === undefined) return <span title={id}>{short(id)}</span>;
  return (
    <span title={id}>
      {t('versions.number', { number: found.number })}
      {/* The first counts from the beginning of time. */}
      {Date.parse(found.effectiveAt) > 0 && (
        <>
          {', '}
          {t('versions.since')} <When at={found.effectiveAt} />
        </>
      )}
    </span>
  );
};
