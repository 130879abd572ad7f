import { BlockStack } from '@shopify/polaris';
import type { Approvals as ApprovalsJson } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { ApprovalCard } from '../components/approval-card.tsx';
import { EmptyCard } from '../components/empty.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { t, word } from '../messages/index.ts';

export default function Approvals() {
  const approvals = useResource<ApprovalsJson>('/approvals');
  return (
    <PageFrame title={t('approvals.title')}>
      <Loaded resource={approvals} skeleton={<SkeletonCards cards={[6, 6]} />}>
        {(data) =>
          data.approvals.length === 0 ? (
            <EmptyCard title={t('approvals.none.title')} text={t('approvals.none.text')} />
          ) : (
            <BlockStack gap="400">
              {data.approvals.map(({ intent, case: record, decision }) => (
                <ApprovalCard
                  key={intent.id}
                  intent={intent}
                  decision={decision}
                  caseLink={{
                    id: record.id,
                    number: record.number,
                    title: [word('kind', record.kind), record.orderName, record.rma].filter((part) => part).join(', '),
                  }}
                  onDecided={approvals.refresh}
                />
              ))}
            </BlockStack>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
