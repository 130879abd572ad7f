import { BlockStack, Card, SkeletonBodyText, SkeletonDisplayText } from '@shopify/polaris';

export const SkeletonCard = ({ lines = 3 }: { lines?: number }) => (
  <Card>
    <BlockStack gap="400">
      <SkeletonDisplayText size="small" maxWidth="12ch" />
      <SkeletonBodyText lines={lines} />
    </BlockStack>
  </Card>
);

export const SkeletonCards = ({ cards }: { cards: readonly number[] }) => (
  <BlockStack gap="400">
    {cards.map((lines, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing but their place, and never change
      <SkeletonCard key={at} lines={lines} />
    ))}
  </BlockStack>
);
