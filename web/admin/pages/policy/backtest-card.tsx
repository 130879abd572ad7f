import { Banner, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { Backtest, Policy } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { useResource } from '../../api/use-resource.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';
import { sentence } from '../../words/sentence.ts';
import { BacktestReport } from './backtest-report.tsx';

/** Soon where the first progress is waited for, often enough that it is seen to move; seldom where there is nothing to see. */
const [BEGINNING_MS, RUNNING_MS, RESTING_MS] = [250, 600, 8000];

type Props = Readonly<{ policy: Policy; dirty: boolean }>;

/** The draft, tried on the shop's past: start, progress, stop, and what came of it. */
export const BacktestCard = ({ policy, dirty }: Props) => {
  const [everyMs, setEveryMs] = useState(RESTING_MS);
  const backtest = useResource<Backtest>('/policy/backtest', everyMs);
  const run = backtest.data?.run ?? null;
  const running = run?.state === 'running';
  const wantedMs = !running ? RESTING_MS : run.done === 0 ? BEGINNING_MS : RUNNING_MS;
  if (wantedMs !== everyMs) setEveryMs(wantedMs);

  const start = useAction(
    useCallback(() => write('/policy/backtest'), []),
    useMemo(() => ({ message: t('backtest.start'), after: backtest.refresh }), [backtest.refresh]),
  );
  const stop = useAction(
    useCallback((id: string) => write(`/policy/backtest/${id}/stop`), []),
    useMemo(() => ({ message: t('backtest.stopped'), after: backtest.refresh }), [backtest.refresh]),
  );
  const counts = { done: run?.done ?? 0, total: run?.total ?? 0, changed: run?.changed ?? 0 };
  const problem = start.error ?? stop.error;
  const draft = policy.draft;

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('backtest.title')}
        </Text>
        <Text as="p" tone="subdued">
          {draft === null ? t('backtest.no-draft') : t('backtest.help', { number: policy.current.number })}
        </Text>
        {problem && (
          <ProblemBanner
            error={problem}
            onDismiss={() => {
              start.clear();
              stop.clear();
            }}
          />
        )}
        {run?.state === 'running' && (
          <BlockStack gap="200">
            <ProgressBar
              progress={run.total === 0 ? 0 : Math.floor((100 * run.done) / run.total)}
              size="small"
              ariaLabelledBy="backtest-progress"
            />
            <Text as="p" id="backtest-progress">
              {t('backtest.running', counts)}
            </Text>
          </BlockStack>
        )}
        {run?.state === 'cancelled' && draft !== null && <Text as="p">{t('backtest.cancelled', counts)}</Text>}
        {run?.state === 'failed' && draft !== null && (
          <Banner tone="warning" title={t('backtest.failed')}>
            {run.error && <Text as="p">{sentence(run.error)}.</Text>}
          </Banner>
        )}
        {run?.state === 'done' && draft !== null && run.outdated && (
          <Text as="p" fontWeight="medium">
            {t('backtest.outdated')}
          </Text>
        )}
        {run?.state === 'done' && draft !== null && run.result !== null && !run.outdated && (
          <BacktestReport run={run} result={run.result} />
        )}
        {policy.mayEdit && draft !== null && (
          <InlineStack gap="200" blockAlign="center">
            {run?.state === 'running' ? (
              <Button onClick={() => void stop.run(run.id)} loading={stop.busy}>
                {t('backtest.stop')}
              </Button>
            ) : (
              <Button onClick={() => void start.run()} loading={start.busy} disabled={dirty}>
                {run === null ? t('backtest.start') : t('backtest.again')}
              </Button>
            )}
            {dirty && (
              <Text as="span" tone="subdued">
                {t('policy.draft.unsaved')}
              </Text>
            )}
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
};
