import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { ShopSettings } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { useResource } from '../../api/use-resource.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';

const EVERY_MS = 60_000;

/** How far the set-up is; gone once it is done, or put away. */
export const SetUpCard = () => {
  const settings = useResource<ShopSettings>('/settings', EVERY_MS);
  const { refresh } = settings;
  const version = settings.data?.version ?? 0;
  const dismiss = useAction(
    useCallback(() => write('/settings', { method: 'PUT', version, body: { setUpDismissed: true } }), [version]),
    useMemo(() => ({ message: t('start.dismissed'), after: refresh }), [refresh]),
  );
  if (settings.data === null) return null;
  const { setUp, mayEdit } = settings.data;
  const done = setUp.steps.filter((step) => step.done).length;
  const all = setUp.steps.length;
  if (!mayEdit || setUp.dismissed || done === all) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('start.title')}
          </Text>
          <Text as="span" tone="subdued" id="start-progress">
            {t('start.progress', { done, all })}
          </Text>
        </InlineStack>
        <ProgressBar progress={(100 * done) / all} size="small" ariaLabelledBy="start-progress" />
        {dismiss.error && <ProblemBanner error={dismiss.error} onDismiss={dismiss.clear} />}
        <InlineStack gap="200">
          <Button url="/set-up" variant="primary">
            {t('start.go-on')}
          </Button>
          <Button loading={dismiss.busy} onClick={() => void dismiss.run()}>
            {t('start.dismiss')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
};
