import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { stands } from '../../../../policy/app/deadline-stands.ts';
import type { CaseDetail, Intent } from '../../../edge/admin/contract.ts';
import { BothSums, PreviewSums } from '../../components/both-sums.tsx';
import { Due } from '../../components/due.tsx';
import { EffectList } from '../../components/effect-list.tsx';
import { LookBadge } from '../../components/look-badge.tsx';
import { When } from '../../components/when.tsx';
import { t, word } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { sentence } from '../../words/sentence.ts';

const SideCard = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);

/** What goes out instead of money comes to nothing. */
const isReplacement = ({ breakdown }: Intent): boolean => breakdown.total === 0;

export const RefundsCard = ({ intents, units }: Pick<CaseDetail, 'intents' | 'units'>) => {
  const { money } = useShop();
  const titleOf = (intent: Intent): string => {
    const { breakdown, shipsFirst } = intent;
    if (shipsFirst !== null)
      return t('case.replacement.first', { amount: money(shipsFirst.worth, breakdown.currency) });
    return isReplacement(intent) ? t('case.replacement') : money(breakdown.total, breakdown.currency);
  };
  const atStake = (intent: Intent): boolean =>
    intent.shipsFirst !== null && intent.state === 'succeeded' && units.some(({ goods }) => goods === 'expected');
  if (intents.length === 0) return null;
  return (
    <SideCard title={t(intents.some(isReplacement) ? 'case.refunds.replacements' : 'case.refunds')}>
      <BlockStack as="ul" gap="300">
        {intents.map((intent) => (
          <li key={intent.id}>
            <BlockStack gap="100">
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <Text as="span" numeric fontWeight="semibold">
                  {titleOf(intent)}
                </Text>
                <LookBadge
                  group="intent"
                  value={intent.state}
                  words={isReplacement(intent) ? 'replacement' : undefined}
                />
              </InlineStack>
              <Text as="p" tone="subdued">
                <When at={intent.updatedAt} />
              </Text>
              {intent.approvals.map((approval) => (
                <Text as="p" tone="subdued" key={approval.at}>
                  {t('approval.given', { name: approval.name })} <When at={approval.at} />
                </Text>
              ))}
              {atStake(intent) && <Text as="p">{t('case.replacement.at-stake')}</Text>}
              {intent.lastError && <Text as="p">{sentence(intent.lastError)}</Text>}
              <BothSums of={intent} />
            </BlockStack>
          </li>
        ))}
      </BlockStack>
    </SideCard>
  );
};

/** Shopify reckons the return otherwise, before anything is back: both columns, for a person to compare. */
export const PreviewCard = ({ case: { asked }, order }: Pick<CaseDetail, 'case' | 'order'>) =>
  asked.kind !== 'return' || asked.preview === null ? null : (
    <SideCard title={t('case.preview')}>
      <Text as="p">{t('case.preview.help')}</Text>
      <PreviewSums of={asked.preview} currency={order.currency} />
    </SideCard>
  );

export const DeadlinesCard = ({ deadlines }: Pick<CaseDetail, 'deadlines'>) => {
  if (deadlines.length === 0) return null;
  return (
    <SideCard title={t('case.deadlines')}>
      <BlockStack as="ul" gap="200">
        {deadlines.map((deadline) => (
          <li key={deadline.id}>
            <InlineStack align="space-between" gap="200">
              <Text as="span">
                {word('deadline-kind', deadline.kind)}
                {!stands(deadline) && ` (${word('deadline', deadline.state).toLowerCase()})`}
              </Text>
              <Due at={deadline.dueAt} overdue={deadline.overdue} />
            </InlineStack>
          </li>
        ))}
      </BlockStack>
    </SideCard>
  );
};

export const EffectsCard = ({ effects, onRetried }: Pick<CaseDetail, 'effects'> & { onRetried: () => void }) => (
  <SideCard title={t('case.effects')}>
    {effects.length === 0 ? (
      <Text as="p" tone="subdued">
        {t('case.effects.none')}
      </Text>
    ) : (
      <EffectList effects={effects.toReversed()} onRetried={onRetried} />
    )}
  </SideCard>
);

export const MessagesCard = ({ messages }: Pick<CaseDetail, 'messages'>) => {
  if (messages.length === 0) return null;
  return (
    <SideCard title={t('case.messages')}>
      <BlockStack as="ul" gap="300">
        {messages.map((message) => (
          <li key={`${message.at} ${message.by} ${message.text}`}>
            <BlockStack gap="050">
              <Text as="p" tone="subdued" variant="bodySm">
                {message.by}, <When at={message.at} />
              </Text>
              <div className="mg-said">{message.text}</div>
            </BlockStack>
          </li>
        ))}
      </BlockStack>
    </SideCard>
  );
};
