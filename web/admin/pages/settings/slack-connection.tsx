import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { ShopSettings } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';

/** Slack asks in a window of its own: its pages may not be framed. Back here, the page sees by itself that it is done. */
export const SlackConnection = ({ settings, refresh }: { settings: ShopSettings; refresh: () => void }) => {
  const { slack, mayEdit } = settings;
  const [sure, setSure] = useState(false);
  const connect = useAction(
    useCallback(async () => {
      const { url } = await write<{ url: string }>('/slack/connect');
      window.open(url, '_blank', 'noopener');
    }, []),
    useMemo(() => ({ message: t('settings.slack.opened') }), []),
  );
  const disconnect = useAction(
    useCallback(() => write('/slack/disconnect'), []),
    useMemo(() => ({ message: t('settings.slack.gone'), after: refresh }), [refresh]),
  );
  const error = connect.error ?? disconnect.error;
  return (
    <BlockStack gap="200">
      <Text as="p">
        {slack.connected ? t('settings.slack.connected', { team: slack.team ?? '' }) : t('settings.slack.none')}
      </Text>
      {error && (
        <ProblemBanner
          error={error}
          onDismiss={() => {
            connect.clear();
            disconnect.clear();
          }}
        />
      )}
      {mayEdit && !slack.connected && (
        <InlineStack>
          <Button variant="primary" loading={connect.busy} onClick={() => void connect.run()}>
            {t('settings.slack.connect')}
          </Button>
        </InlineStack>
      )}
      {mayEdit && slack.connected && !sure && (
        <InlineStack>
          <Button onClick={() => setSure(true)}>{t('settings.slack.disconnect')}</Button>
        </InlineStack>
      )}
      {mayEdit && slack.connected && sure && (
        <BlockStack gap="200">
          <Text as="p">{t('settings.slack.disconnect.text')}</Text>
          <InlineStack gap="200">
            <Button
              tone="critical"
              loading={disconnect.busy}
              onClick={() => void disconnect.run().then(() => setSure(false))}
            >
              {t('settings.slack.disconnect')}
            </Button>
            <Button onClick={() => setSure(false)} disabled={disconnect.busy}>
              {t('steps.cancel')}
            </Button>
          </InlineStack>
        </BlockStack>
      )}
    </BlockStack>
  );
};
