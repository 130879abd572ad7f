import { BlockStack, Box, Button, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { CaseDetail, Checklist } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { LookBadge } from '../../components/look-badge.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { SkeletonCards } from '../../components/skeletons.tsx';
import { t } from '../../messages/index.ts';
import { casePath } from '../../router/match.ts';
import { sentence } from '../../words/sentence.ts';
import { ChecklistCard } from './checklist-card.tsx';
import { UnitCard } from './unit-card.tsx';

const Receive = ({ detail, onDone }: { detail: CaseDetail; onDone: () => void }) => {
  const { id, version } = detail.case;
  const receive = useAction(
    useCallback(
      (rmaMarked: boolean) => write(`/cases/${id}/steps`, { version, body: { kind: 'parcel.receive', rmaMarked } }),
      [id, version],
    ),
    useMemo(() => ({ message: t('desk.received'), after: onDone }), [onDone]),
  );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('desk.marked')}
        </Text>
        {receive.error && <ProblemBanner error={receive.error} onDismiss={receive.clear} />}
        <InlineStack gap="200">
          <Button variant="primary" size="large" loading={receive.busy} onClick={() => void receive.run(true)}>
            {t('step-choice.yes')}
          </Button>
          <Button size="large" disabled={receive.busy} onClick={() => void receive.run(false)}>
            {t('step-choice.no')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
};

const Body = ({ detail, list, refresh }: { detail: CaseDetail; list: Checklist | null; refresh: () => void }) => {
  const record = detail.case;
  const mayReceive = detail.steps.some(({ name, blocked }) => name === 'receive' && blocked === null);
  const mayInspect = detail.steps.some(({ name, blocked }) => name === 'inspect' && blocked === null);
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingLg">
              {record.rma ?? record.orderName}
            </Text>
            <LookBadge group="state" value={record.state} />
          </InlineStack>
          <Text as="p">
            {record.orderName}, <Link url={casePath(record.id)}>{t('case.number', { number: record.number })}</Link>
          </Text>
          <Text as="p" tone="subdued">
            {sentence(record.next)}
          </Text>
        </BlockStack>
      </Card>
      {mayReceive && <Receive detail={detail} onDone={refresh} />}
      {list?.lines.map((line) => {
        const units = detail.units.filter(({ lineItemId }) => lineItemId === line.lineItemId);
        return (
          <BlockStack gap="400" key={line.lineItemId}>
            <ChecklistCard line={line} version={list.version} onSaved={refresh} />
            {units.map((unit) => (
              <UnitCard
                key={unit.id}
                unit={unit}
                line={line}
                detail={detail}
                disabled={!mayInspect || unit.result !== null}
                onDone={refresh}
              />
            ))}
          </BlockStack>
        );
      })}
    </BlockStack>
  );
};

/** One return at the desk: take it in, check off what belongs to it, and give each unit its verdict. */
export const ReturnedParcel = ({ caseId, onNext }: { caseId: string; onNext: () => void }) => {
  const path = encodeURIComponent(caseId);
  const detail = useResource<CaseDetail>(`/cases/${path}`);
  const list = useResource<Checklist>(`/desk/cases/${path}/checklist`, 30_000);
  const refresh = useCallback(() => {
    detail.refresh();
    list.refresh();
  }, [detail.refresh, list.refresh]);
  return (
    <BlockStack gap="400">
      <Loaded resource={detail} skeleton={<SkeletonCards cards={[2, 3, 6]} />}>
        {(data) => <Body detail={data} list={list.data} refresh={refresh} />}
      </Loaded>
      {detail.data !== null && list.data === null && list.error && (
        <ProblemBanner error={list.error} action={{ content: t('app.reload'), onAction: list.refresh }} />
      )}
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <Button onClick={onNext}>{t('desk.next')}</Button>
      </Box>
    </BlockStack>
  );
};
