import { BlockStack, Box, InlineStack, Text } from '@shopify/polaris';
import type { Breakdown as BreakdownJson, Estimate } from '../../edge/admin/contract.ts';
import { t, word } from '../messages/index.ts';
import { useShop } from '../shop/shop-context.tsx';
import { sentence } from '../words/sentence.ts';
import { ClauseTag } from './clause-tag.tsx';

const PARTS = ['items', 'tax', 'shipping', 'duties', 'tips'] as const;

const Row = ({
  label,
  clause,
  amount,
  strong,
}: {
  label: string;
  clause?: string | null;
  amount: string;
  strong?: boolean;
}) => (
  <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
    <InlineStack gap="200" blockAlign="center">
      <Text as="span" fontWeight={strong ? 'semibold' : 'regular'}>
        {label}
      </Text>
      {clause && <ClauseTag clause={clause} />}
    </InlineStack>
    <Text as="span" numeric fontWeight={strong ? 'semibold' : 'regular'}>
      {amount}
    </Text>
  </InlineStack>
);

/** Line by line as it was reckoned; lines of nothing are left out, goods and total never. */
export const Breakdown = ({ of: breakdown }: { of: BreakdownJson | Estimate }) => {
  const { money } = useShop();
  const amount = (minor: number): string => money(minor, breakdown.currency);
  const missing = 'missing' in breakdown ? breakdown.missing : [];
  return (
    <BlockStack gap="150">
      {PARTS.filter((part) => part === 'items' || breakdown[part] !== 0).map((part) => (
        <Row key={part} label={t(`money.${part}`)} amount={amount(breakdown[part])} />
      ))}
      {breakdown.deductions.map((deduction) => (
        <Row
          key={`${deduction.clause} ${deduction.label}`}
          label={sentence(deduction.label)}
          clause={deduction.clause}
          amount={amount(-deduction.amount)}
        />
      ))}
      <Box borderBlockStartWidth="025" borderColor="border" paddingBlockStart="150">
        <Row
          strong
          label={t('money.total')}
          amount={breakdown.total === null ? t('decision.estimate.unknown') : amount(breakdown.total)}
        />
      </Box>
      {missing.length > 0 && (
        <Text as="p" tone="subdued">
          {t('decision.missing', { fields: missing.map((field) => word('missing', field)).join(', ') })}
        </Text>
      )}
    </BlockStack>
  );
};
