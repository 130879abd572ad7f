import { BlockStack, InlineGrid } from '@shopify/polaris';
import type { CaseDetail } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { ApprovalCard } from '../components/approval-card.tsx';
import { Loaded } from '../components/loaded.tsx';
import { LookBadge } from '../components/look-badge.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { t } from '../messages/index.ts';
import { AboutCard } from './case/about-card.tsx';
import { DecisionsCard } from './case/decisions-card.tsx';
import { NextCard } from './case/next-card.tsx';
import { MailsCard, PhotosCard } from './case/photos-card.tsx';
import { DeadlinesCard, EffectsCard, MessagesCard, PreviewCard, RefundsCard } from './case/side-cards.tsx';
import { StepsCard } from './case/steps-card.tsx';
import { DamageCard, RetryCard } from './case/stopped-cards.tsx';
import { TimelineCard } from './case/timeline-card.tsx';
import { UnitsCard } from './case/units-card.tsx';

const Body = ({ detail, refresh }: { detail: CaseDetail; refresh: () => void }) => {
  const waiting = detail.intents.filter((intent) => intent.state === 'awaiting_approval');
  return (
    <InlineGrid columns={{ xs: 1, lg: '2fr 1fr' }} gap="400" alignItems="start">
      <BlockStack gap="400">
        <NextCard detail={detail} />
        {waiting.map((intent) => (
          <ApprovalCard key={intent.id} intent={intent} onDecided={refresh} />
        ))}
        <DamageCard detail={detail} onDone={refresh} />
        <RetryCard detail={detail} onDone={refresh} />
        <StepsCard detail={detail} onDone={refresh} />
        <DecisionsCard detail={detail} />
        <PhotosCard photos={detail.photos} />
        <UnitsCard units={detail.units} order={detail.order} case={detail.case} />
        <TimelineCard detail={detail} onNoted={refresh} />
      </BlockStack>
      <BlockStack gap="400">
        <AboutCard detail={detail} />
        <PreviewCard case={detail.case} order={detail.order} />
        <RefundsCard intents={detail.intents} units={detail.units} />
        <MailsCard effects={detail.effects} />
        <DeadlinesCard deadlines={detail.deadlines} />
        <EffectsCard effects={detail.effects} onRetried={refresh} />
        <MessagesCard messages={detail.messages} />
      </BlockStack>
    </InlineGrid>
  );
};

const Skeleton = () => (
  <InlineGrid columns={{ xs: 1, lg: '2fr 1fr' }} gap="400">
    <SkeletonCards cards={[1, 5, 8]} />
    <SkeletonCards cards={[6, 4]} />
  </InlineGrid>
);

export default function Case({ id }: { id: string }) {
  const detail = useResource<CaseDetail>(`/cases/${encodeURIComponent(id)}`);
  const record = detail.data?.case;
  return (
    <PageFrame
      title={record ? t('case.number', { number: record.number }) : t('cases.title')}
      subtitle={record?.rma ?? undefined}
      back={{ content: t('cases.title'), url: '/cases' }}
      titleMetadata={record && <LookBadge group="state" value={record.state} />}
      fullWidth
    >
      <Loaded resource={detail} skeleton={<Skeleton />}>
        {(data) => <Body detail={data} refresh={detail.refresh} />}
      </Loaded>
    </PageFrame>
  );
}
