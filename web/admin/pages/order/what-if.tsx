import {
  BlockStack,
  Box,
  Button,
  Card,
  Checkbox,
  InlineGrid,
  InlineStack,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';
import { useRef, useState } from 'react';
import { RETURN_REASONS } from '../../../../policy/decision.ts';
import { minorDigits } from '../../../../policy/money/currencies.ts';
import type { Decision, OrderWithCases } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { DecisionView } from '../../components/decision-view.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { decimalText } from '../../format/money.ts';
import { t, word } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { lineTitle } from '../../words/line-title.ts';
import { buildAsk, emptyForm, mostUnits, shippingCostOf, type WhatIfForm } from './build-ask.ts';
import { OpenCase } from './open-case.tsx';

const KINDS = ['cancel', 'return', 'stock-out'] as const;
const ANSWERS = ['', 'wait', 'refund'] as const;

const upTo = (most: number): { label: string; value: string }[] =>
  Array.from({ length: most + 1 }, (_, count) => ({ label: String(count), value: String(count) }));

/** The server decides again: this only spares others a form that would refuse. */
const mayOpen = (role: string | null | undefined): boolean =>
  role === 'owner' || role === 'approver' || role === 'agent';

/** The same decision as the real one, recorded nowhere. */
export const WhatIf = ({ order }: { order: OrderWithCases }) => {
  const { me } = useShop();
  const [form, setForm] = useState<WhatIfForm>(emptyForm);
  const [decision, setDecision] = useState<Decision | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  /** Counts the questions: what is answered after the form was changed answers another one. */
  const newest = useRef(0);

  /** An answer belongs to its question: a changed form has none yet. */
  const change = (changes: Partial<WhatIfForm>): void => {
    newest.current += 1;
    setBusy(false);
    setForm({ ...form, ...changes });
    setDecision(null);
    setError(null);
  };
  const question = buildAsk(form, order);
  const ask = async (): Promise<void> => {
    if (question === null) return;
    newest.current += 1;
    const mine = newest.current;
    const isNewest = (): boolean => mine === newest.current;
    setBusy(true);
    setError(null);
    try {
      const answer = await write<Decision>(`/orders/${order.id}/preview`, { body: { ask: question } });
      if (isNewest()) setDecision(answer);
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      if (isNewest()) [setDecision(null), setError(failure)];
    } finally {
      if (isNewest()) setBusy(false);
    }
  };
  const countable = order.lines.filter((line) => mostUnits(line, form.kind) > 0);

  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <BlockStack gap="400">
          <BlockStack gap="050">
            <Text as="h2" variant="headingMd">
              {t('order.what-if')}
            </Text>
            <Text as="p" tone="subdued">
              {t('order.what-if.help')}
            </Text>
          </BlockStack>
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            <Select
              label={t('order.what-if.kind')}
              options={KINDS.map((kind) => ({ label: t(`order.what-if.${kind}`), value: kind }))}
              value={form.kind}
              onChange={(kind) => change({ kind: kind as WhatIfForm['kind'], quantities: {} })}
            />
            {form.kind === 'return' && (
              <Select
                label={t('order.what-if.reason')}
                options={RETURN_REASONS.map((reason) => ({ label: word('reason', reason), value: reason }))}
                value={form.reason}
                onChange={(reason) => change({ reason: reason as WhatIfForm['reason'] })}
              />
            )}
            {form.kind === 'stock-out' && (
              <Select
                label={t('order.what-if.answer')}
                options={ANSWERS.map((answer) => ({
                  label: t(`order.what-if.answer.${answer === '' ? 'none' : answer}`),
                  value: answer,
                }))}
                value={form.answer}
                onChange={(answer) => change({ answer: answer as WhatIfForm['answer'] })}
              />
            )}
            {countable.map((line) => (
              <Select
                key={line.id}
                label={t('order.what-if.quantity', { title: lineTitle(order, line.id) })}
                options={upTo(mostUnits(line, form.kind))}
                value={String(form.quantities[line.id] ?? mostUnits(line, form.kind))}
                onChange={(count) => change({ quantities: { ...form.quantities, [line.id]: Number(count) } })}
              />
            ))}
            {form.kind === 'return' && (
              <Select
                label={t('order.what-if.photos')}
                options={upTo(5)}
                value={String(form.photos)}
                onChange={(count) => change({ photos: Number(count) })}
              />
            )}
            {form.kind === 'return' && order.shipping === 0 && (
              <TextField
                label={t('order.what-if.shipping-cost', { currency: order.currency })}
                helpText={t('order.what-if.shipping-cost.help')}
                error={
                  shippingCostOf(form, order.currency) === null
                    ? t('order.what-if.shipping-cost.bad', {
                        example: decimalText(700, minorDigits(order.currency)),
                      })
                    : undefined
                }
                value={form.shippingCost}
                onChange={(shippingCost) => change({ shippingCost })}
                inputMode="decimal"
                autoComplete="off"
              />
            )}
          </InlineGrid>
          {form.kind === 'return' && form.reason === 'defective' && (
            <Checkbox
              label={t('order.what-if.troubleshooting')}
              checked={form.troubleshootingDone}
              onChange={(troubleshootingDone) => change({ troubleshootingDone })}
            />
          )}
          <InlineStack gap="300" blockAlign="center">
            <Button submit variant="primary" loading={busy} disabled={question === null}>
              {t('order.what-if.ask')}
            </Button>
            {question === null && shippingCostOf(form, order.currency) !== null && (
              <Text as="span" tone="subdued">
                {t('order.what-if.pick')}
              </Text>
            )}
          </InlineStack>
          {error && <ProblemBanner error={error} onDismiss={() => setError(null)} />}
          <div aria-live="polite">
            {decision && (
              <Box background="bg-surface-secondary" borderRadius="200" padding="400">
                <DecisionView decision={decision} order={order} />
              </Box>
            )}
          </div>
        </BlockStack>
      </form>
      {decision && question && mayOpen(me.person?.role) && (
        <Box paddingBlockStart="400">
          <OpenCase order={order} ask={question} />
        </Box>
      )}
    </Card>
  );
};
