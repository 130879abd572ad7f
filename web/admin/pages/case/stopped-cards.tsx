import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { CaseDetail } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';

type Props = Readonly<{ detail: CaseDetail; onDone: () => void }>;

const isStopped = ({ steps }: CaseDetail): boolean => steps.some(({ name }) => name === 'retry');

/** A case whose refund stopped: once the cause is gone, the policy is asked anew. */
export const RetryCard = ({ detail, onDone }: Props) => {
  const { id, version } = detail.case;
  const retry = useAction(
    useCallback(() => write(`/cases/${id}/retry`, { version }), [id, version]),
    useMemo(() => ({ message: t('case.retried'), after: onDone }), [onDone]),
  );
  if (!isStopped(detail)) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p">{t('case.retry.help')}</Text>
        {retry.error && <ProblemBanner error={retry.error} onDismiss={retry.clear} />}
        <InlineStack>
          <Button loading={retry.busy} onClick={() => void retry.run()}>
            {t('case.retry')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
};

/** P25: the test found damage by handling, and a second person has to agree. */
export const DamageCard = ({ detail, onDone }: Props) => {
  const { id, version } = detail.case;
  const confirm = useAction(
    useCallback((agree: boolean) => write(`/cases/${id}/confirm-damage`, { version, body: { agree } }), [id, version]),
    useMemo(() => ({ message: t('case.damage.done'), after: onDone }), [onDone]),
  );
  if (!detail.units.some((unit) => unit.goods === 'rejected_pending')) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('case.damage.title')}
        </Text>
        <Text as="p">{t('case.damage.text')}</Text>
        {confirm.error && <ProblemBanner error={confirm.error} onDismiss={confirm.clear} />}
        <InlineStack gap="200">
          <Button loading={confirm.busy} onClick={() => void confirm.run(true)}>
            {t('case.damage.agree')}
          </Button>
          <Button disabled={confirm.busy} onClick={() => void confirm.run(false)}>
            {t('case.damage.disagree')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
};
