import { Box, Text } from '@shopify/polaris';
import { type ReturnPreview, type ReturnSums, SUMS } from '../../../policy/app/return-preview.ts';
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
    rows={[
      ...SUMS.filter((name) => of.policy[name] !== 0 || of.shopify[name] !== 0)
        .filter((name) => of.policy[name] !== null || of.shopify[name] !== null)
        .map((name) => [t(`preview.${name}`), signed(name, of.policy), signed(name, of.shopify)] as const),
      [t('money.total'), totalOf(of.policy), totalOf(of.shopify)],
    ]}
  />
);

/** What is kept, or goes out instead, is taken off. */
const TAKEN_OFF: ReadonlySet<keyof ReturnSums> = new Set(['restocking', 'shippingFee', 'exchange']);
const signed = (name: keyof ReturnSums, sums: ReturnSums): number | null => {
  const minor = sums[name];
  return minor !== null && minor !== 0 && TAKEN_OFF.has(name) ? -minor : minor;
};
const totalOf = (sums: ReturnSums): number => SUMS.reduce((sum, name) => sum + (signed(name, sums) ?? 0), 0);

/** In line with the text above it. */
const CELL = { padding: 'var(--p-space-050) 0' };

type Row = readonly [name: string, ours: number | null, theirs: number | null];

/** Rows that differ stand out: they are what a person has to look at. */
const TwoColumns = ({ rows, currency }: { rows: readonly Row[]; currency: string }) => {
  const { money } = useShop();
  const shown = (minor: number | null): string => (minor === null ? '–' : money(minor, currency));
  return (
    <Box paddingBlockStart="100">
      <table style={{ width: '100%', borderCollapse: 'collapse' }}>
        <caption style={{ textAlign: 'start' }}>
          <Text as="span" fontWeight="semibold">
            {t('money.differs')}
          </Text>
        </caption>
        <thead>
          <tr>
            <td style={CELL} />
            {[t('money.ours'), t('money.shopifys')].map((name) => (
              <th key={name} scope="col" style={{ ...CELL, textAlign: 'end' }}>
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
              <th scope="row" style={{ ...CELL, textAlign: 'start' }}>
                <Text as="span" fontWeight={ours === theirs ? 'regular' : 'semibold'}>
                  {name}
                </Text>
              </th>
              {[ours, theirs].map((minor, index) => (
                <td key={index === 0 ? 'ours' : 'theirs'} style={{ ...CELL, textAlign: 'end' }}>
                  <Text as="span" numeric fontWeight={ours === theirs ? 'regular' : 'semibold'}>
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
