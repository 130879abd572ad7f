import { Badge, BlockStack, Button, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { Decision, Intent } from '../../edge/admin/contract.ts';
import { write } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { t } from '../messages/index.ts';
import { casePath } from '../router/match.ts';
import { useShop } from '../shop/shop-context.tsx';
import { Breakdown } from './breakdown.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { Reasons } from './reasons.tsx';
import { When } from './when.tsx';

type Props = Readonly<{
  intent: Intent;
  /** What the amount rests on; left out where the page shows it anyway. */
  decision?: Decision | null;
  /** Where the card stands outside its case. */
  caseLink?: { id: string; number: number; title: string };
  /** Called after every attempt, so that the page shows what is true now. */
  onDecided: () => void;
}>;

/** A refund that waits: what it comes to, line by line, and the two buttons. */
export const ApprovalCard = ({ intent, decision, caseLink, onDecided }: Props) => {
  const { money } = useShop();
  const [reason, setReason] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const { breakdown, shopAmount } = intent;
  const first = intent.shipsFirst;
  const amount = money(first?.worth ?? breakdown.total, breakdown.currency);

  const approve = useAction(
    useCallback(() => write(`/intents/${intent.id}/approve`, { version: intent.version }), [intent.id, intent.version]),
    useMemo(
      () => ({ message: t(first === null ? 'approval.approved' : 'approval.first.approved'), after: onDecided }),
      [first, onDecided],
    ),
  );
  const decline = useAction(
    useCallback(
      (because: string) => write(`/intents/${intent.id}/decline`, { version: intent.version, body: { because } }),
      [intent.id, intent.version],
    ),
    useMemo(
      () => ({ message: t(first === null ? 'approval.declined' : 'approval.first.declined'), after: onDecided }),
      [first, onDecided],
    ),
  );
  const busy = approve.busy || decline.busy;
  const error = approve.error ?? decline.error;
  // Never the bare verb: the same page may offer to decline the return itself.
  const declineWords = first === null ? 'approval.decline' : 'approval.first.decline';
  const empty = (reason ?? '').trim() === '';

  const confirmDecline = async (): Promise<void> => {
    setAsked(true);
    if (!empty && (await decline.run((reason ?? '').trim()))) setReason(null);
  };

  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t(first === null ? 'approval.title' : 'approval.first.title', { amount })}
          </Text>
          {intent.approvalsNeeded > 1 && (
            <Badge tone="attention">
              {t('approval.have', { have: intent.approvals.length, needed: intent.approvalsNeeded })}
            </Badge>
          )}
        </InlineStack>
        {caseLink && (
          <InlineStack gap="200">
            <Text as="p">{caseLink.title}</Text>
            <Button variant="plain" url={casePath(caseLink.id)}>
              {t('approval.to-case', { number: caseLink.number })}
            </Button>
          </InlineStack>
        )}
        {decision && <Reasons reasons={decision.reasons} />}
        {first === null ? (
          <Breakdown of={breakdown} />
        ) : (
          <Text as="p">{t('approval.first.text', { because: first.because })}</Text>
        )}
        <BlockStack gap="050">
          {breakdown.currency !== shopAmount.currency && (
            <Text as="p" tone="subdued">
              {t('money.shop', { amount: money(shopAmount.minor, shopAmount.currency) })}
            </Text>
          )}
          {intent.proposedByName && (
            <Text as="p" tone="subdued">
              {t('approval.proposed-by', { name: intent.proposedByName })}, <When at={intent.createdAt} />
            </Text>
          )}
          {intent.approvals.map((approval) => (
            <Text as="p" tone="subdued" key={approval.at}>
              {t('approval.given', { name: approval.name })} <When at={approval.at} />
            </Text>
          ))}
        </BlockStack>
        {error && (
          <ProblemBanner
            error={error}
            onDismiss={() => {
              approve.clear();
              decline.clear();
            }}
          />
        )}
        {intent.blocked !== null ? (
          <Text as="p" fontWeight="medium">
            {t(`approval.blocked.${intent.blocked}`)}
          </Text>
        ) : reason === null ? (
          <InlineStack gap="200">
            <Button variant="primary" loading={approve.busy} disabled={busy} onClick={() => void approve.run()}>
              {first === null ? t('approval.approve', { amount }) : t('approval.first.approve')}
            </Button>
            <Button disabled={busy} onClick={() => setReason('')}>
              {t(declineWords)}
            </Button>
          </InlineStack>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void confirmDecline();
            }}
          >
            <BlockStack gap="300">
              <TextField
                label={t('approval.decline.label')}
                helpText={t('approval.decline.help')}
                error={asked && empty ? t('approval.decline.missing') : undefined}
                value={reason}
                onChange={setReason}
                maxLength={500}
                multiline={2}
                autoComplete="off"
                autoFocus
              />
              <InlineStack gap="200">
                <Button submit tone="critical" variant="primary" loading={decline.busy} disabled={busy}>
                  {t(declineWords)}
                </Button>
                <Button
                  disabled={busy}
                  onClick={() => {
                    setReason(null);
                    setAsked(false);
                  }}
                >
                  {t('approval.decline.cancel')}
                </Button>
              </InlineStack>
            </BlockStack>
          </form>
        )}
      </BlockStack>
    </Card>
  );
};
