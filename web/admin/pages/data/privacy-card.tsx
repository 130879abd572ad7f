import { Badge, BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { PrivacyRequest } from '../../../edge/admin/contract.ts';
import { readBlob } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { When } from '../../components/when.tsx';
import { t } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';

const TONES = { received: 'info', ready: 'attention', waiting: 'info', done: 'success' } as const;

/** Hands a file to the browser. */
const save = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

const Download = ({ request, onDone }: { request: PrivacyRequest; onDone: () => void }) => {
  const { me } = useShop();
  const date = request.receivedAt.slice(0, 10);
  const download = useAction(
    useCallback(
      async () => save(await readBlob(`/privacy/${request.id}/export`), `customer-data-${date}.json`),
      [request.id, date],
    ),
    useMemo(() => ({ message: t('privacy.downloaded'), after: onDone }), [onDone]),
  );
  if (me.person?.role !== 'owner')
    return (
      <Text as="p" tone="subdued">
        {t('privacy.owner')}
      </Text>
    );
  return (
    <BlockStack gap="100">
      {download.error && <ProblemBanner error={download.error} onDismiss={download.clear} />}
      <InlineStack>
        <Button
          size="slim"
          loading={download.busy}
          onClick={() => void download.run()}
          accessibilityLabel={t('privacy.download.label', { date })}
        >
          {t('privacy.download')}
        </Button>
      </InlineStack>
      <Text as="p" tone="subdued" variant="bodySm">
        {t('privacy.download.note')}
      </Text>
    </BlockStack>
  );
};

const Request = ({ request, onDownloaded }: { request: PrivacyRequest; onDownloaded: () => void }) => {
  const { kind, state, receivedAt, dueAt, doneAt, found, canDownload } = request;
  return (
    <li>
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="headingSm">
            {t(`privacy.kind.${kind}`)}
          </Text>
          <Badge tone={TONES[state]}>{t(`privacy.state.${state}`)}</Badge>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t('privacy.received')} <When at={receivedAt} />,{' '}
          {doneAt === null ? (
            <>
              {t('privacy.due')} <When at={dueAt} />
            </>
          ) : (
            <>
              {t('privacy.done').toLowerCase()} <When at={doneAt} />
            </>
          )}
        </Text>
        {found !== null && (
          <Text as="p">{t('privacy.found', { orders: found.orders, cases: found.cases, photos: found.photos })}</Text>
        )}
        {found !== null && found.waitingFor.length > 0 && (
          <Text as="p">{t('privacy.waiting', { cases: found.waitingFor.join(', ') })}</Text>
        )}
        {canDownload && <Download request={request} onDone={onDownloaded} />}
      </BlockStack>
    </li>
  );
};

/** What Shopify passed on from customers, newest first, with the day by which it has to be done. */
export const PrivacyCard = ({
  requests,
  onDownloaded,
}: {
  requests: readonly PrivacyRequest[];
  onDownloaded: () => void;
}) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {t('privacy.title')}
      </Text>
      {requests.length === 0 ? (
        <Text as="p">{t('privacy.none')}</Text>
      ) : (
        <BlockStack as="ul" gap="400">
          {requests.map((request) => (
            <Request key={request.id} request={request} onDownloaded={onDownloaded} />
          ))}
        </BlockStack>
      )}
    </BlockStack>
  </Card>
);
