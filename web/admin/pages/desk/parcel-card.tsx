import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { ParcelDetail } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { useResource } from '../../api/use-resource.ts';
import { Facts } from '../../components/facts.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PhotoGrid } from '../../components/photo-grid.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { SkeletonCard } from '../../components/skeletons.tsx';
import { When } from '../../components/when.tsx';
import { said, t, word } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { DescribeForm, EndForm, MatchForm } from './parcel-forms.tsx';

type Candidate = ParcelDetail['candidates'][number];

const nameOf = ({ rma, orderName }: Candidate): string => (rma === null ? orderName : `${rma}, ${orderName}`);

/** What somebody wrote who was asked whether the parcel is theirs. */
const Answer = ({ answer }: { answer: ParcelDetail['parcel']['seen']['answers'][number] }) => (
  <BlockStack gap="100">
    <Text as="p" tone="subdued" variant="bodySm">
      {t(answer.fromCustomer ? 'desk.parcel.answer' : 'desk.parcel.answer.other', { order: answer.orderName })}{' '}
      <When at={answer.at} />
    </Text>
    <Text as="p" breakWord>
      {answer.text || t('desk.parcel.answer.empty')}
    </Text>
  </BlockStack>
);

const Body = ({ detail, refresh, onClosed }: { detail: ParcelDetail; refresh: () => void; onClosed: () => void }) => {
  const { parcel, candidates } = detail;
  const { me } = useShop();
  const { id, version } = parcel;
  const done = useMemo(() => ({ message: t('steps.done'), after: refresh }), [refresh]);
  const step = useAction(
    useCallback(
      (body: object, seen: number = version) => write(`/desk/parcels/${id}/steps`, { version: seen, body }),
      [id, version],
    ),
    done,
  );
  const run = (body: object, after?: () => void): void => {
    void step.run(body).then((fine) => {
      if (fine) after?.();
    });
  };
  const [form, setForm] = useState<'describe' | 'match' | 'end' | null>(null);
  const closeForm = (): void => setForm(null);
  const forms = { busy: step.busy, run: step.run, onClose: closeForm };
  const open = parcel.state === 'quarantined' || parcel.state === 'held';
  const mayClose = me.person?.role === 'owner' || me.person?.role === 'approver' || me.person?.role === 'agent';
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('desk.parcel', { number: parcel.number })}
        </Text>
        {step.error && <ProblemBanner error={step.error} onDismiss={step.clear} />}
        <Facts
          facts={[
            {
              label: t('desk.state'),
              value: [word('parcel-problem', parcel.problem), parcel.written].filter((part) => part).join(': '),
            },
            { label: t('desk.parcel.received'), value: <When at={parcel.receivedAt} /> },
            { label: t('desk.parcel.hold-until'), value: parcel.holdUntil && <When at={parcel.holdUntil} /> },
            { label: t('desk.apart.tracking'), value: parcel.seen.tracking },
            { label: t('desk.apart.sender'), value: parcel.seen.senderName },
            { label: t('desk.apart.phone'), value: parcel.seen.senderPhone },
            { label: t('desk.apart.order'), value: parcel.seen.orderNumber },
            { label: t('desk.apart.note'), value: parcel.seen.note },
          ]}
        />
        {parcel.seen.answers.map((answer) => (
          <Answer key={`${answer.orderId} ${answer.at}`} answer={answer} />
        ))}
        {parcel.photos.length > 0 && <PhotoGrid photos={parcel.photos} />}
        {open && (
          <>
            <Text as="h3" variant="headingSm">
              {t('desk.parcel.candidates')}
            </Text>
            {candidates.length === 0 && <Text as="p">{t('desk.parcel.nobody')}</Text>}
            <BlockStack as="ul" gap="300">
              {candidates.map((candidate) => (
                <li key={`${candidate.orderId} ${candidate.caseId}`}>
                  <BlockStack gap="100">
                    <Text as="p" fontWeight="medium">
                      {nameOf(candidate)}
                    </Text>
                    <Text as="p" tone="subdued">
                      {candidate.why.map(said).join(', ')}
                    </Text>
                    <InlineStack gap="200">
                      {candidate.caseId !== null && (
                        <Button
                          size="slim"
                          loading={step.busy}
                          onClick={() => run({ kind: 'parcel.match', caseId: candidate.caseId }, onClosed)}
                        >
                          {t('desk.parcel.match', { name: nameOf(candidate) })}
                        </Button>
                      )}
                      <Button
                        size="slim"
                        disabled={step.busy}
                        onClick={() => run({ kind: 'parcel.ask-sender', orderId: candidate.orderId })}
                      >
                        {t('desk.parcel.ask', { name: candidate.orderName })}
                      </Button>
                    </InlineStack>
                  </BlockStack>
                </li>
              ))}
            </BlockStack>
            {form === 'describe' && <DescribeForm {...forms} parcel={parcel} onDone={closeForm} />}
            {form === 'match' && <MatchForm {...forms} onDone={onClosed} />}
            {form === 'end' && <EndForm {...forms} onDone={onClosed} />}
            {form === null && (
              <InlineStack gap="200">
                <Button disabled={step.busy} onClick={() => setForm('describe')}>
                  {t('desk.parcel.describe')}
                </Button>
                <Button disabled={step.busy} onClick={() => setForm('match')}>
                  {t('desk.parcel.match-other')}
                </Button>
                <Button disabled={step.busy} onClick={() => run({ kind: 'parcel.hold', days: 7 })}>
                  {t('desk.parcel.hold')}
                </Button>
                {mayClose && (
                  <Button disabled={step.busy} onClick={() => setForm('end')}>
                    {t('desk.parcel.end')}
                  </Button>
                )}
              </InlineStack>
            )}
          </>
        )}
      </BlockStack>
    </Card>
  );
};

/** A parcel that is kept apart: what was seen, whose it may be, and what becomes of it. */
export const QuarantinedParcelCard = ({ id, onClosed }: { id: string; onClosed: () => void }) => {
  const detail = useResource<ParcelDetail>(`/desk/parcels/${encodeURIComponent(id)}`, 15_000);
  return (
    <Loaded resource={detail} skeleton={<SkeletonCard lines={8} />}>
      {(data) => <Body detail={data} refresh={detail.refresh} onClosed={onClosed} />}
    </Loaded>
  );
};
