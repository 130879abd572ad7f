import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { ParkedDelivery, Parked as ParkedJson } from '../../edge/admin/contract.ts';
import { write } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { DismissForm } from '../components/dismiss-form.tsx';
import { EffectList } from '../components/effect-list.tsx';
import { EmptyCard } from '../components/empty.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { When } from '../components/when.tsx';
import { t, tn } from '../messages/index.ts';
import { sentence } from '../words/sentence.ts';

const Delivery = ({ item, onRetried }: { item: ParkedDelivery; onRetried: () => void }) => {
  const retry = useAction(
    useCallback(() => write(`/parked/${encodeURIComponent(item.id)}/retry`), [item.id]),
    useMemo(() => ({ message: t('parked.retried'), after: onRetried }), [onRetried]),
  );
  const what = `${item.source} ${item.topic}`;
  return (
    <li>
      <BlockStack gap="100">
        <Text as="p" fontWeight="medium">
          {what}
        </Text>
        <Text as="p">{sentence(item.reason)}</Text>
        <Text as="p" tone="subdued">
          {t('parked.received')} <When at={item.receivedAt} />, {tn('case.effects.attempts', item.attempts)}
        </Text>
        {retry.error && <ProblemBanner error={retry.error} onDismiss={retry.clear} />}
        <InlineStack gap="200">
          <Button
            size="slim"
            loading={retry.busy}
            onClick={() => void retry.run()}
            accessibilityLabel={t('parked.retry.label', { what })}
          >
            {t('parked.retry')}
          </Button>
          <DismissForm path={`/parked/${encodeURIComponent(item.id)}/dismiss`} what={what} onDone={onRetried} />
        </InlineStack>
      </BlockStack>
    </li>
  );
};

export default function Parked() {
  const parked = useResource<ParkedJson>('/parked');
  return (
    <PageFrame title={t('parked.title')} subtitle={t('parked.subtitle')}>
      <Loaded resource={parked} skeleton={<SkeletonCards cards={[5, 5]} />}>
        {({ effects, deliveries }) =>
          effects.length + deliveries.length === 0 ? (
            <EmptyCard title={t('parked.none.title')} text={t('parked.none.text')} />
          ) : (
            <BlockStack gap="400">
              {effects.length > 0 && (
                <Card>
                  <BlockStack gap="300">
                    <Text as="h2" variant="headingMd">
                      {t('parked.effects')}
                    </Text>
                    <EffectList effects={effects} linkCase onRetried={parked.refresh} />
                  </BlockStack>
                </Card>
              )}
              {deliveries.length > 0 && (
                <Card>
                  <BlockStack gap="300">
                    <Text as="h2" variant="headingMd">
                      {t('parked.deliveries')}
                    </Text>
                    <BlockStack as="ul" gap="400">
                      {deliveries.map((item) => (
                        <Delivery key={item.id} item={item} onRetried={parked.refresh} />
                      ))}
                    </BlockStack>
                  </BlockStack>
                </Card>
              )}
            </BlockStack>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
