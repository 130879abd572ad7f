import { BlockStack, Button, InlineStack, Modal, Text } from '@shopify/polaris';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { PolicyVersion } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';

type Props = Readonly<{ version: Pick<PolicyVersion, 'id' | 'number'>; onDone: () => void }>;

/** Takes back a version that is not in force yet, once it was asked whether that is meant. */
export const WithdrawVersion = ({ version: { id, number }, onDone }: Props) => {
  const [asking, setAsking] = useState(false);
  const close = useCallback(() => setAsking(false), []);
  const withdraw = useAction(
    useCallback(() => write(`/policy/versions/${id}/withdraw`), [id]),
    useMemo(() => ({ message: t('versions.withdraw.done'), after: onDone }), [onDone]),
  );
  // A dialog that is closed leaves the keyboard at the button that opened it.
  const opener = useRef<HTMLDivElement>(null);
  return (
    <BlockStack gap="200">
      {withdraw.error && <ProblemBanner error={withdraw.error} onDismiss={withdraw.clear} />}
      <InlineStack>
        <div ref={opener}>
          <Button
            disabled={withdraw.busy}
            onClick={() => setAsking(true)}
            accessibilityLabel={t('versions.withdraw.label', { number })}
          >
            {t('versions.withdraw')}
          </Button>
        </div>
      </InlineStack>
      <Modal
        open={asking}
        activator={opener}
        onClose={close}
        title={t('versions.withdraw.title', { number })}
        primaryAction={{
          content: t('versions.withdraw.confirm'),
          destructive: true,
          loading: withdraw.busy,
          onAction: () => void withdraw.run().then(close),
        }}
        secondaryActions={[{ content: t('versions.withdraw.keep'), onAction: close }]}
      >
        <Modal.Section>
          <Text as="p">{t('versions.withdraw.text')}</Text>
        </Modal.Section>
      </Modal>
    </BlockStack>
  );
};
