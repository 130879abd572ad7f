import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { ShopSettings } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { LookBadge } from '../../components/look-badge.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { When } from '../../components/when.tsx';
import { t } from '../../messages/index.ts';
import { sentence } from '../../words/sentence.ts';

/** A mail to the shop itself, and what became of the last one. */
export const TestMail = ({ settings, refresh }: { settings: ShopSettings; refresh: () => void }) => {
  const send = useAction(
    useCallback(() => write('/settings/test-mail'), []),
    useMemo(() => ({ message: t('settings.mail.tested'), after: refresh }), [refresh]),
  );
  const { testMail, mayEdit, contactEmail } = settings;
  return (
    <BlockStack gap="200">
      {send.error && <ProblemBanner error={send.error} onDismiss={send.clear} />}
      <InlineStack gap="200" blockAlign="center">
        {mayEdit && (
          <Button loading={send.busy} onClick={() => void send.run()}>
            {t('settings.mail.test')}
          </Button>
        )}
        <Text as="span" tone="subdued">
          {t('settings.mail.test.help', { to: contactEmail })}
        </Text>
      </InlineStack>
      <div aria-live="polite">
        {testMail !== null && (
          <InlineStack gap="200" blockAlign="center">
            <Text as="span">{t('settings.mail.last')}</Text>
            <When at={testMail.at} />
            <LookBadge group="effect-state" value={testMail.state} />
            {testMail.error !== null && <Text as="span">{sentence(testMail.error)}</Text>}
          </InlineStack>
        )}
      </div>
    </BlockStack>
  );
};
