import { Banner, BlockStack, Divider, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { Decision, Order } from '../../edge/admin/contract.ts';
import { t, word } from '../messages/index.ts';
import { useShop } from '../shop/shop-context.tsx';
import { lineTitle } from '../words/line-title.ts';
import { sentence } from '../words/sentence.ts';
import { Breakdown } from './breakdown.tsx';
import { ClauseTag } from './clause-tag.tsx';
import { LookBadge } from './look-badge.tsx';
import { Reasons } from './reasons.tsx';

/** Of these nothing is paid yet: an amount of nothing beside them would read as what they are worth. */
const OPEN_OUTCOMES: readonly string[] = ['returnable', 'pending', 'wait'];

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <BlockStack gap="200">
    <Text as="h3" variant="headingSm">
      {title}
    </Text>
    {children}
  </BlockStack>
);

/** A decision in full: verdict, what to do, every reason, what it comes to, what the law beside it may say. */
export const DecisionView = ({ decision, order }: { decision: Decision; order: Order }) => {
  const { money, date, country } = useShop();
  return (
    <BlockStack gap="400">
      <InlineStack gap="200" blockAlign="center">
        <LookBadge group="verdict" value={decision.verdict} />
        <Text as="span" fontWeight="semibold">
          {word('action', decision.action)}
        </Text>
        {decision.rmaDeadline && (
          <Text as="span" tone="subdued">
            {t('decision.rma-deadline', {
              date: date(decision.rmaDeadline.date),
              zone: decision.rmaDeadline.timeZone,
            })}
          </Text>
        )}
      </InlineStack>
      {decision.missing.length > 0 && (
        <Text as="p" fontWeight="medium">
          {t('decision.missing', { fields: decision.missing.map((field) => word('missing', field)).join(', ') })}
        </Text>
      )}
      <Reasons reasons={decision.reasons} />
      {decision.warnings.map((warning) => (
        <Banner
          key={`${warning.market} ${warning.clause}`}
          title={t('decision.market-warning', { market: country(warning.market), clause: warning.clause })}
        >
          <Text as="p">{sentence(warning.text)}</Text>
        </Banner>
      ))}
      {decision.units.length > 0 && (
        <Part title={t('decision.units')}>
          <BlockStack as="ul" gap="150">
            {decision.units.map((unit) => (
              <li key={`${unit.lineItemId} ${unit.outcome} ${unit.clause}`}>
                <InlineStack align="space-between" gap="200" blockAlign="center" wrap={false}>
                  <InlineStack gap="200" blockAlign="center">
                    <span className="mg-name">
                      {unit.quantity} × {lineTitle(order, unit.lineItemId)},{' '}
                      {word('outcome', unit.outcome).toLowerCase()}
                    </span>
                    <ClauseTag clause={unit.clause} />
                  </InlineStack>
                  {!(unit.amount === 0 && OPEN_OUTCOMES.includes(unit.outcome)) && (
                    <Text as="span" numeric>
                      {money(unit.amount, order.currency)}
                    </Text>
                  )}
                </InlineStack>
              </li>
            ))}
          </BlockStack>
        </Part>
      )}
      {(decision.refund ?? decision.estimate ?? decision.reimbursement) && <Divider />}
      {decision.refund && (
        <Part title={t('decision.refund')}>
          <Breakdown of={decision.refund} />
        </Part>
      )}
      {decision.estimate && (
        <Part title={t('decision.estimate')}>
          <Breakdown of={decision.estimate} />
        </Part>
      )}
      {decision.reimbursement && (
        <InlineStack align="space-between" gap="200">
          <InlineStack gap="200" blockAlign="center">
            <Text as="span">{t('decision.reimbursement')}</Text>
            <ClauseTag clause={decision.reimbursement.clause} />
          </InlineStack>
          <Text as="span" numeric>
            {money(decision.reimbursement.amount, decision.reimbursement.currency)}
          </Text>
        </InlineStack>
      )}
    </BlockStack>
  );
};
