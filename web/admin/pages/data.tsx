import { BlockStack } from '@shopify/polaris';
import type { PrivacyRequests } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { t } from '../messages/index.ts';
import { PrivacyCard } from './data/privacy-card.tsx';

const EVERY_MS = 30_000;

/** What is kept about customers: who asked to see it, and who is to be forgotten. */
export default function Data() {
  const privacy = useResource<PrivacyRequests>('/privacy', EVERY_MS);
  return (
    <PageFrame title={t('data.title')} subtitle={t('data.subtitle')}>
      <BlockStack gap="400">
        <Loaded resource={privacy} skeleton={<SkeletonCards cards={[5]} />}>
          {({ requests }) => <PrivacyCard requests={requests} onDownloaded={privacy.refresh} />}
        </Loaded>
      </BlockStack>
    </PageFrame>
  );
}
