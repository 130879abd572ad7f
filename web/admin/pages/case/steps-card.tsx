import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { CaseDetail, OfferedStep } from '../../../edge/admin/contract.ts';
import { t, word } from '../../messages/index.ts';
import { sentence } from '../../words/sentence.ts';
import { StepForm } from './steps/step-form.tsx';

/** These have cards of their own, with what they are about beside them. */
const ELSEWHERE: ReadonlySet<OfferedStep['name']> = new Set(['retry', 'second-look']);

/** Possible, but never what a case waits for: these don't stand out. */
const QUIET: ReadonlySet<OfferedStep['name']> = new Set([
  'assign',
  'void-links',
  'delegate',
  'reopen',
  'remedy',
  'stop',
]);

/** Every step that an agent has in Slack, at the same moments. */
export const StepsCard = ({ detail, onDone }: { detail: CaseDetail; onDone: () => void }) => {
  const [open, setOpen] = useState<OfferedStep | null>(null);
  const box = useRef<HTMLDivElement>(null);
  /** The step whose form was open: its button has the keyboard again once that is closed. */
  const last = useRef<string | null>(null);
  // What was pressed makes room for something else: the keyboard would be left at the page's beginning.
  useEffect(() => {
    const button = box.current?.querySelector<HTMLElement>(`[data-step="${last.current}"] button`);
    if (open !== null || last.current !== null) (open === null && button ? button : box.current)?.focus();
    last.current = open?.name ?? null;
  }, [open]);
  const offered = detail.steps.filter(({ name }) => !ELSEWHERE.has(name));
  const allowed = offered.filter(({ blocked }) => blocked === null);
  const blocked = offered.find((step) => step.blocked !== null)?.blocked ?? null;
  if (offered.length === 0 && open === null) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('steps.title')}
        </Text>
        <div ref={box} tabIndex={-1} className="mg-room">
          {open === null ? (
            allowed.length === 0 && blocked !== null ? (
              <Text as="p">{sentence(blocked)}.</Text>
            ) : (
              <InlineStack gap="200">
                {allowed.map((step, at) => (
                  <div key={step.name} data-step={step.name}>
                    <Button
                      variant={at === 0 && !QUIET.has(step.name) ? 'primary' : undefined}
                      onClick={() => setOpen(step)}
                    >
                      {word('step', step.name)}
                    </Button>
                  </div>
                ))}
              </InlineStack>
            )
          ) : (
            <StepForm key={open.name} step={open} detail={detail} onDone={onDone} onClose={() => setOpen(null)} />
          )}
        </div>
      </BlockStack>
    </Card>
  );
};
