import { BlockStack } from '@shopify/polaris';
import type { Backfill, PrivacyRequests } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { t } from '../messages/index.ts';
import { BackfillCard } from './data/backfill-card.tsx';
import { PrivacyCard } from './data/privacy-card.tsx';

const EVERY_MS = 30_000;
/** Somebody who watches past orders come in wants to see them come. */
const PROGRESS_EVERY_MS = 5_000;

/** What is kept about customers: past orders, who asked to see their data, and who is to be forgotten. */
export default function Data() {
  const privacy = useResource<PrivacyRequests>('/privacy', EVERY_MS);
  const past = useResource<Backfill>('/backfill', PROGRESS_EVERY_MS);
  return (
    <PageFrame title={t('data.title')} subtitle={t('data.subtitle')}>
      <BlockStack gap="400">
        <Loaded resource={past} skeleton={<SkeletonCards cards={[3]} />}>
          {({ backfill }) => <BackfillCard backfill={backfill} onStarted={past.refresh} />}
        </Loaded>
        <Loaded resource={privacy} skeleton={<SkeletonCards cards={[5]} />}>
          {({ requests }) => <PrivacyCard requests={requests} onDownloaded={privacy.refresh} />}
        </Loaded>
      </BlockStack>
    </PageFrame>
  );
}
