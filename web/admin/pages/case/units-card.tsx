import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { CaseDetail, Order, Unit } from '../../../edge/admin/contract.ts';
import { LookBadge } from '../../components/look-badge.tsx';
import { t, word } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { lineTitle } from '../../words/line-title.ts';

const found = (unit: Unit): string =>
  [unit.result && word('result', unit.result), unit.note].filter((part) => part).join(': ');

const UnitItem = ({ unit, order, exchanged }: { unit: Unit; order: Order; exchanged: boolean }) => {
  const { money } = useShop();
  return (
    <li>
      <InlineStack align="space-between" blockAlign="start" gap="200">
        <BlockStack gap="050">
          <p className="mg-name">
            {lineTitle(order, unit.lineItemId)} ({unit.position})
          </p>
          {found(unit) !== '' && (
            <Text as="p" tone="subdued">
              {found(unit)}
            </Text>
          )}
          {unit.deduction !== null && unit.deduction > 0 && (
            <Text as="p" tone="subdued">
              {t('case.units.deduction', { amount: money(unit.deduction, order.currency) })}
            </Text>
          )}
        </BlockStack>
        <InlineStack gap="200">
          <LookBadge group="goods" value={unit.goods} />
          <LookBadge group="unit-money" value={unit.money} words={exchanged ? 'unit-exchange' : undefined} />
        </InlineStack>
      </InlineStack>
    </li>
  );
};

/** Each physical unit: where the goods are, and where its money is, or what goes out in its place. */
export const UnitsCard = ({ units, order, case: { asked } }: Pick<CaseDetail, 'units' | 'order' | 'case'>) =>
  units.length === 0 ? null : (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('case.units')}
        </Text>
        <BlockStack as="ul" gap="300">
          {units.map((unit) => (
            <UnitItem
              key={unit.id}
              unit={unit}
              order={order}
              exchanged={asked.kind === 'return' && asked.remedy === 'exchange'}
            />
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
