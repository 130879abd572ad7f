import { BlockStack, Button, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { CaseDecision, Order } from '../../../edge/admin/contract.ts';
import { DecisionView } from '../../components/decision-view.tsx';
import { When } from '../../components/when.tsx';
import { t, tn } from '../../messages/index.ts';
import { short } from '../../words/short.ts';

const OneDecision = ({ made, order }: { made: CaseDecision; order: Order }) => (
  <BlockStack gap="300" as="div">
    <DecisionView decision={made.decision} order={order} />
    <Text as="p" tone="subdued" variant="bodySm">
      <When at={made.at} />
      {' · '}
      <span title={made.policyVersion}>{t('decision.version', { version: short(made.policyVersion) })}</span>
      {' · '}
      <span title={t('decision.facts.label', { digest: made.decision.factsDigest })}>
        {t('decision.facts', { digest: short(made.decision.factsDigest) })}
      </span>
    </Text>
  </BlockStack>
);

/** The newest decision in full; what was decided before, on demand. */
export const DecisionsCard = ({ decisions, order }: { decisions: readonly CaseDecision[]; order: Order }) => {
  const [open, setOpen] = useState(false);
  const [newest, ...older] = decisions.toReversed();
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t('case.decisions')}
          </Text>
          {older.length > 0 && (
            <Button variant="plain" ariaExpanded={open} onClick={() => setOpen(!open)}>
              {open ? t('case.decisions.hide') : tn('case.decisions.older', older.length)}
            </Button>
          )}
        </InlineStack>
        {newest === undefined ? (
          <Text as="p" tone="subdued">
            {t('case.decisions.none')}
          </Text>
        ) : (
          <OneDecision made={newest} order={order} />
        )}
        {open &&
          older.map((made) => (
            <BlockStack gap="400" key={made.id}>
              <Divider />
              <OneDecision made={made} order={order} />
            </BlockStack>
          ))}
      </BlockStack>
    </Card>
  );
};
