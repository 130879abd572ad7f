import { BlockStack, Box, Button, Card, Text } from '@shopify/polaris';

type Props = Readonly<{
  title: string;
  text: string;
  action?: { content: string; url?: string; onAction?: () => void };
}>;

/** Nothing here, why, and what to do. */
export const EmptyBody = ({ title, text, action }: Props) => (
  <Box padding="600">
    <BlockStack gap="200" inlineAlign="center">
      <Text as="h2" variant="headingMd" alignment="center">
        {title}
      </Text>
      <Text as="p" tone="subdued" alignment="center">
        {text}
      </Text>
      {action && (
        <Button url={action.url} onClick={action.onAction}>
          {action.content}
        </Button>
      )}
    </BlockStack>
  </Box>
);

export const EmptyCard = (props: Props) => (
  <Card>
    <EmptyBody {...props} />
  </Card>
);
