import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { CaseDetail } from '../../../edge/admin/contract.ts';
import { Due } from '../../components/due.tsx';
import { When } from '../../components/when.tsx';
import { t } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { sentence } from '../../words/sentence.ts';

/** What is due next and by whom; the first thing to know about a case. */
export const NextCard = ({ detail: { case: record } }: { detail: CaseDetail }) => {
  const { money, instantsIn } = useShop();
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="start" gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingSm" tone="subdued">
            {t('case.next')}
          </Text>
          <Text as="p" variant="bodyLg" fontWeight="medium">
            {instantsIn(sentence(record.next))}
          </Text>
          {record.closedAt === null ? (
            record.dueAt && (
              <Text as="p" tone="subdued">
                {t('case.due')} <Due at={record.dueAt} overdue={record.overdue} />
              </Text>
            )
          ) : (
            <Text as="p" tone="subdued">
              {t('case.closed')} <When at={record.closedAt} />
            </Text>
          )}
        </BlockStack>
        {record.amount && (
          <Text as="p" variant="headingLg" numeric>
            {money(record.amount.minor, record.amount.currency)}
          </Text>
        )}
      </InlineStack>
    </Card>
  );
};
