import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { Backfill } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { When } from '../../components/when.tsx';
import { t } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';

type Known = NonNullable<Backfill['backfill']>;

const words = ({ state, total, taken, error }: Known): string => {
  switch (state) {
    case 'starting':
      return t('backfill.starting');
    case 'exporting':
      return t('backfill.exporting', { total: total ?? 0 });
    case 'taking':
      return t('backfill.taking', { taken, total: total ?? taken });
    case 'done':
      return t('backfill.done', { taken });
    case 'failed':
      return t('backfill.failed', { error: error ?? '' });
  }
};

const Progress = ({ backfill }: { backfill: Known }) => {
  const { state, since, total, taken, skipped } = backfill;
  return (
    <BlockStack gap="200">
      <Text as="p">{words(backfill)}</Text>
      {state === 'taking' && total !== null && total > 0 && (
        <ProgressBar
          size="small"
          ariaLabelledBy="backfill-title"
          progress={Math.min(100, Math.round(((taken + skipped) / total) * 100))}
        />
      )}
      {skipped > 0 && <Text as="p">{t('backfill.skipped', { skipped })}</Text>}
      <Text as="p" tone="subdued">
        {since === null ? (
          t('backfill.all')
        ) : (
          <>
            {t('backfill.since')} <When at={since} />
          </>
        )}
      </Text>
    </BlockStack>
  );
};

/** The orders from before the installation: how far reading them has come. */
export const BackfillCard = ({ backfill, onStarted }: { backfill: Known | null; onStarted: () => void }) => {
  const { me } = useShop();
  const start = useAction(
    useCallback(() => write('/backfill'), []),
    useMemo(() => ({ message: t('backfill.started'), after: onStarted }), [onStarted]),
  );
  const isUnderWay = backfill !== null && backfill.state !== 'done' && backfill.state !== 'failed';
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd" id="backfill-title">
          {t('backfill.title')}
        </Text>
        {backfill === null ? <Text as="p">{t('backfill.none')}</Text> : <Progress backfill={backfill} />}
        {start.error && <ProblemBanner error={start.error} onDismiss={start.clear} />}
        {me.person?.role === 'owner' && !isUnderWay && (
          <InlineStack>
            <Button size="slim" loading={start.busy} onClick={() => void start.run()}>
              {backfill === null ? t('backfill.start') : t('backfill.again')}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
};
