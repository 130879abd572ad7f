import { Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

export type Fact = Readonly<{ label: string; value: ReactNode }>;

/** Labels and values; those without a value are left out. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="mg-facts">
    {facts
      .filter(({ value }) => value !== null && value !== undefined && value !== '')
      .map(({ label, value }) => (
        <div key={label}>
          <dt>
            <Text as="span" tone="subdued" variant="bodySm">
              {label}
            </Text>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
