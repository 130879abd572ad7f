import { BlockStack, Button, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { CaseDecision, CaseDetail, Order } from '../../../edge/admin/contract.ts';
import { DecisionView } from '../../components/decision-view.tsx';
import { PolicyName } from '../../components/policy-name.tsx';
import { When } from '../../components/when.tsx';
import { t, tn } from '../../messages/index.ts';
import { short } from '../../words/short.ts';

type Policies = CaseDetail['policies'];

const OneDecision = ({ made, order, policies }: { made: CaseDecision; order: Order; policies: Policies }) => (
  <BlockStack gap="300" as="div">
    <DecisionView decision={made.decision} order={order} />
    <Text as="p" tone="subdued" variant="bodySm">
      <When at={made.at} />
      {' · '}
      {t('decision.version')} <PolicyName id={made.policyVersion} policies={policies} />
      {' · '}
      <span title={t('decision.facts.label', { digest: made.decision.factsDigest })}>
        {t('decision.facts', { digest: short(made.decision.factsDigest) })}
      </span>
    </Text>
  </BlockStack>
);

/** The newest decision in full; what was decided before, on demand. */
export const DecisionsCard = ({ detail: { decisions, order, policies } }: { detail: CaseDetail }) => {
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
          <OneDecision made={newest} order={order} policies={policies} />
        )}
        {open &&
          older.map((made) => (
            <BlockStack gap="400" key={made.id}>
              <Divider />
              <OneDecision made={made} order={order} policies={policies} />
            </BlockStack>
          ))}
      </BlockStack>
    </Card>
  );
};
