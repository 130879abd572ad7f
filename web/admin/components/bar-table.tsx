import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { t } from '../messages/index.ts';

export type Bar = Readonly<{ key: string; label: ReactNode; count: number }>;

/** A chart that is its own table: each row's length is its count, which stands beside it for whoever reads or listens. */
export const BarTable = ({
  title,
  note,
  column,
  bars,
}: {
  title: string;
  note: string;
  column: string;
  bars: readonly Bar[];
}) => {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="050">
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
          <Text as="p" tone="subdued" variant="bodySm">
            {note}
          </Text>
        </BlockStack>
        {bars.length === 0 ? (
          <Text as="p">{t('figures.none')}</Text>
        ) : (
          <table className="mg-bars">
            <thead>
              <tr>
                <th scope="col">{column}</th>
                <th scope="col">{t('figures.column.count')}</th>
              </tr>
            </thead>
            <tbody>
              {bars.map(({ key, label, count }) => (
                <tr key={key}>
                  <th scope="row">
                    {label}
                    <div className="mg-bar" style={{ inlineSize: `${Math.max(2, (100 * count) / most)}%` }} />
                  </th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </BlockStack>
    </Card>
  );
};
