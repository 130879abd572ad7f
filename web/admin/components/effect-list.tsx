import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { Effect } from '../../edge/admin/contract.ts';
import { write } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { t, tn } from '../messages/index.ts';
import { casePath } from '../router/match.ts';
import { effectTitle } from '../words/effect-title.ts';
import { sentence } from '../words/sentence.ts';
import { DismissForm } from './dismiss-form.tsx';
import { LookBadge } from './look-badge.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { When } from './when.tsx';

const EffectItem = ({ effect, linkCase, onRetried }: { effect: Effect; linkCase: boolean; onRetried: () => void }) => {
  const retry = useAction(
    useCallback(() => write(`/effects/${effect.id}/retry`), [effect.id]),
    useMemo(() => ({ message: t('case.effects.retried'), after: onRetried }), [onRetried]),
  );
  const title = effectTitle(effect);
  return (
    <li>
      <BlockStack gap="100">
        <InlineStack gap="200" align="space-between" blockAlign="center">
          <Text as="span">{title}</Text>
          <LookBadge group="effect-state" value={effect.state} />
        </InlineStack>
        <Text as="p" tone="subdued">
          <When at={effect.updatedAt} />
          {effect.attempts > 1 && `, ${tn('case.effects.attempts', effect.attempts)}`}
        </Text>
        {effect.lastError && <Text as="p">{sentence(effect.lastError)}</Text>}
        {retry.error && <ProblemBanner error={retry.error} onDismiss={retry.clear} />}
        {(effect.retryable || (linkCase && effect.caseId)) && (
          <InlineStack gap="200">
            {effect.retryable && (
              <Button
                size="slim"
                loading={retry.busy}
                onClick={() => void retry.run()}
                accessibilityLabel={t('case.effects.retry.label', { what: title })}
              >
                {t('case.effects.retry')}
              </Button>
            )}
            {effect.retryable && <DismissForm path={`/effects/${effect.id}/dismiss`} what={title} onDone={onRetried} />}
            {linkCase && effect.caseId && (
              <Button size="slim" variant="tertiary" url={casePath(effect.caseId)}>
                {t('parked.to-case')}
              </Button>
            )}
          </InlineStack>
        )}
      </BlockStack>
    </li>
  );
};

/** What was done to the outside, how it went, and a button for what stopped. */
export const EffectList = ({
  effects,
  linkCase = false,
  onRetried,
}: {
  effects: readonly Effect[];
  linkCase?: boolean;
  onRetried: () => void;
}) => (
  <BlockStack as="ul" gap="300">
    {effects.map((effect) => (
      <EffectItem key={effect.id} effect={effect} linkCase={linkCase} onRetried={onRetried} />
    ))}
  </BlockStack>
);
