import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { Home } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';

type Props = Readonly<{ setUp: NonNullable<Home['setUp']>; refresh: () => void }>;

/** How far the set-up is; gone once it is done, or put away. */
export const SetUpCard = ({ setUp: { done, all, version }, refresh }: Props) => {
  const dismiss = useAction(
    useCallback(() => write('/settings', { method: 'PUT', version, body: { setUpDismissed: true } }), [version]),
    useMemo(() => ({ message: t('start.dismissed'), after: refresh }), [refresh]),
  );
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
        <ProgressBar progress={Math.round((100 * done) / all)} size="small" ariaLabelledBy="start-progress" />
        {dismiss.error && <ProblemBanner error={dismiss.error} onDismiss={dismiss.clear} />}
        <InlineStack gap="200">
          <Button url="/set-up" variant={done < 3 ? 'primary' : undefined}>
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
