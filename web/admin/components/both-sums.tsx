import { Box, Text } from '@shopify/polaris';
import { type ReturnPreview, SUMS } from '../../../policy/app/return-preview.ts';
import type { Intent } from '../../edge/admin/contract.ts';
import { t } from '../messages/index.ts';
import { useShop } from '../shop/shop-context.tsx';

/** Our sum and Shopify's own, side by side, where they differ: a person compares, nothing is paid. */
export const BothSums = ({ of: { breakdown, suggested } }: { of: Pick<Intent, 'breakdown' | 'suggested'> }) => {
  if (suggested === null || suggested.amount === breakdown.total) return null;
  const off = breakdown.deductions.reduce((sum, deduction) => sum + deduction.amount, 0);
  return (
    <TwoColumns
      currency={breakdown.currency}
      rows={[
        [t('money.items'), breakdown.items, suggested.items],
        [t('money.tax'), breakdown.tax, suggested.tax],
        [t('money.shipping'), breakdown.shipping, suggested.shipping],
        [t('money.deductions'), -off, suggested.fees === null ? null : -suggested.fees],
        [t('money.total'), breakdown.total, suggested.amount],
      ]}
    />
  );
};

/** The same of a return that is not back yet: what it would come to. */
export const PreviewSums = ({ of, currency }: { of: ReturnPreview; currency: string }) => (
  <TwoColumns
    currency={currency}
    rows={SUMS.map((name) => [t(`preview.${name}`), of.policy[name], of.shopify[name]] as const)}
  />
);

type Row = readonly [name: string, ours: number | null, theirs: number | null];

const TwoColumns = ({ rows, currency }: { rows: readonly Row[]; currency: string }) => {
  const { money } = useShop();
  const shown = (minor: number | null): string => (minor === null ? '–' : money(minor, currency));
  return (
    <Box paddingBlockStart="100">
      <table style={{ width: '100%' }}>
        <caption style={{ textAlign: 'start' }}>
          <Text as="span" fontWeight="semibold">
            {t('money.differs')}
          </Text>
        </caption>
        <thead>
          <tr>
            <td />
            {[t('money.ours'), t('money.shopifys')].map((name) => (
              <th key={name} scope="col" style={{ textAlign: 'end' }}>
                <Text as="span" tone="subdued">
                  {name}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ours, theirs]) => (
            <tr key={name}>
              <th scope="row" style={{ textAlign: 'start' }}>
                <Text as="span">{name}</Text>
              </th>
              {[ours, theirs].map((minor, index) => (
                <td key={index === 0 ? 'ours' : 'theirs'} style={{ textAlign: 'end' }}>
                  <Text as="span" numeric>
                    {shown(minor)}
                  </Text>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
};
