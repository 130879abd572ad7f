import { Badge, BlockStack, Button, Card, InlineStack, Modal, Text } from '@shopify/polaris';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Policy, PolicyDraft } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { When } from '../../components/when.tsx';
import { t, tn } from '../../messages/index.ts';
import { Changes } from './changes.tsx';
import { PublishDialog } from './publish-dialog.tsx';

type Props = Readonly<{
  policy: Policy;
  draft: PolicyDraft;
  /** Something is typed that is not saved: it would not be published. */
  dirty: boolean;
  onChanged: () => void;
}>;

/** The draft: who saved it when, what it changes, and what can become of it. */
export const DraftCard = ({ policy, draft, dirty, onChanged }: Props) => {
  const [asking, setAsking] = useState<'publish' | 'discard' | null>(null);
  const discard = useAction(
    useCallback(() => write('/policy/draft', { method: 'DELETE', version: draft.version }), [draft.version]),
    useMemo(() => ({ message: t('policy.draft.discarded'), after: onChanged }), [onChanged]),
  );
  // A dialog that is closed leaves the keyboard at the button that opened it.
  const [publishing, discarding] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const { number } = policy.current;
  const close = useCallback(() => setAsking(null), []);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Badge tone="attention">{t('policy.draft.title')}</Badge>
          <Text as="span" tone="subdued">
            {t('policy.draft.saved', { name: draft.savedByName })} <When at={draft.updatedAt} />
          </Text>
        </InlineStack>
        <Text as="h2" variant="headingMd">
          {draft.changes.length === 0
            ? t('policy.draft.no-changes', { number })
            : tn('policy.draft.changes', draft.changes.length, { number })}
        </Text>
        {draft.changes.length > 0 && <Changes changes={draft.changes} settings={policy.settings} />}
        {discard.error && <ProblemBanner error={discard.error} onDismiss={discard.clear} />}
        {policy.mayEdit && (
          <InlineStack gap="200" blockAlign="center">
            <div ref={publishing}>
              <Button
                variant="primary"
                disabled={dirty || draft.changes.length === 0}
                onClick={() => setAsking('publish')}
              >
                {t('policy.draft.publish')}
              </Button>
            </div>
            <div ref={discarding}>
              <Button disabled={discard.busy} onClick={() => setAsking('discard')}>
                {t('policy.draft.discard')}
              </Button>
            </div>
            {dirty && (
              <Text as="span" tone="subdued">
                {t('policy.draft.unsaved')}
              </Text>
            )}
          </InlineStack>
        )}
      </BlockStack>
      <Modal
        open={asking === 'discard'}
        activator={discarding}
        onClose={close}
        title={t('policy.draft.discard.title')}
        primaryAction={{
          content: t('policy.draft.discard'),
          destructive: true,
          loading: discard.busy,
          onAction: () => void discard.run().then(close),
        }}
        secondaryActions={[{ content: t('policy.draft.keep'), onAction: close }]}
      >
        <Modal.Section>
          <Text as="p">{t('policy.draft.discard.text')}</Text>
        </Modal.Section>
      </Modal>
      <PublishDialog
        policy={policy}
        draft={draft}
        open={asking === 'publish'}
        activator={publishing}
        onClose={close}
        onPublished={onChanged}
      />
    </Card>
  );
};
