import { BlockStack, InlineGrid, Text } from '@shopify/polaris';
import type { Decision } from '../../edge/admin/contract.ts';
import { clauseSentence } from '../words/clauses.ts';
import { sentence } from '../words/sentence.ts';
import { ClauseTag } from './clause-tag.tsx';

/** Every reason of a decision: why here, and under it the clause in the customer's words. */
export const Reasons = ({ reasons }: { reasons: Decision['reasons'] }) => (
  <BlockStack as="ul" gap="300">
    {reasons.map(({ clause, because }) => (
      <li key={`${clause} ${because}`}>
        <InlineGrid columns="2.75rem 1fr" gap="200" alignItems="start">
          <div>
            <ClauseTag clause={clause} />
          </div>
          <BlockStack gap="050">
            <Text as="p">{sentence(because)}</Text>
            {clauseSentence(clause) && (
              <Text as="p" tone="subdued">
                {clauseSentence(clause)}
              </Text>
            )}
          </BlockStack>
        </InlineGrid>
      </li>
    ))}
  </BlockStack>
);
