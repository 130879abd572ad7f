import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { Mails } from '../../../edge/admin/contract/mails.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { When } from '../../components/when.tsx';
import { said, t } from '../../messages/index.ts';
import { Section } from '../mails.tsx';

/** Who can't be reached by mail, until somebody says that it works again. */
export const DeadAddresses = ({ mails, refresh }: { mails: Mails; refresh: () => void }) => {
  const forget = useAction(
    useCallback((digest: string) => write(`/mails/dead/${digest}`, { method: 'DELETE' }), []),
    useMemo(() => ({ message: t('mails.dead.done'), after: refresh }), [refresh]),
  );
  return (
    <Section title={t('mails.dead')}>
      {forget.error && <ProblemBanner error={forget.error} onDismiss={forget.clear} />}
      {mails.dead.length === 0 ? (
        <Text as="p">{t('mails.dead.none')}</Text>
      ) : (
        <BlockStack gap="300">
          <Text as="p">{t('mails.dead.help')}</Text>
          {mails.dead.map(({ digest, hint, reason, at }) => (
            <InlineStack key={digest} gap="300" blockAlign="center">
              <Text as="span" fontWeight="semibold">
                {hint}
              </Text>
              <Text as="span">{reason}</Text>
              <When at={at} />
              {mails.mayEdit && (
                <Button
                  accessibilityLabel={`${t('mails.dead.works')}: ${hint}`}
                  loading={forget.busy}
                  onClick={() => void forget.run(digest)}
                >
                  {t('mails.dead.works')}
                </Button>
              )}
            </InlineStack>
          ))}
        </BlockStack>
      )}
    </Section>
  );
};

/** SPF, DKIM, DMARC: what stands in the DNS decides whether a mail is read or thrown away. */
export const SenderAdvice = ({ mails: { advice } }: { mails: Mails }) => (
  <Section title={t('mails.advice')}>
    {advice.domain === '' ? (
      <Text as="p">{t('mails.advice.none')}</Text>
    ) : (
      <BlockStack gap="300">
        <Text as="p">{t('mails.advice.help', { domain: advice.domain })}</Text>
        {advice.records.map(({ name, what, value }) => (
          <BlockStack key={name} gap="050">
            <Text as="p" fontWeight="semibold" breakWord>
              {name}
            </Text>
            <Text as="p" tone="subdued">
              {said(what)}
            </Text>
            <Text as="p" breakWord>
              <code>{value}</code>
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    )}
  </Section>
);
