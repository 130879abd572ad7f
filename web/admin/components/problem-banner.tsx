import { Banner, BlockStack, Text } from '@shopify/polaris';
import type { ApiError } from '../api/problem.ts';
import { said } from '../messages/index.ts';
import { clauseSentence } from '../words/clauses.ts';
import { detailOf } from '../words/field-error.ts';

const stopped = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What went wrong and what to do, with the clauses a refusal rests on. */
export const ProblemBanner = ({
  error,
  note,
  onDismiss,
  action,
}: {
  error: ApiError;
  note?: string;
  onDismiss?: () => void;
  action?: { content: string; onAction: () => void };
}) => (
  <Banner
    tone={error.problem.status >= 500 ? 'critical' : 'warning'}
    title={said(error.problem.title)}
    onDismiss={onDismiss}
    action={action}
  >
    <BlockStack gap="100">
      <Text as="p">{stopped(detailOf(error.problem))}</Text>
      {(error.problem.clauses ?? []).map((clause) => (
        <Text as="p" key={clause}>
          {clause}: {clauseSentence(clause)}
        </Text>
      ))}
      {note && <Text as="p">{note}</Text>}
    </BlockStack>
  </Banner>
);
