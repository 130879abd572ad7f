import { Button, InlineStack, Text } from '@shopify/polaris';
import { useEffect } from 'react';
import { appBridge } from '../app-bridge.ts';
import { t } from '../messages/index.ts';
import { holdNavigation } from '../router/location.ts';

type Props = Readonly<{
  id: string;
  /** Something is not saved. */
  open: boolean;
  busy: boolean;
  save: string;
  onSave: () => void;
  onDiscard: () => void;
}>;

/**
 * Shopify admin's own bar for unsaved changes, and where the script has none, one at the lower edge. While it is open the
 * page is not left without being asked.
 */
export const SaveBar = ({ id, open, busy, save, onSave, onDiscard }: Props) => {
  const bridge = appBridge()?.saveBar;

  useEffect(() => {
    if (!open) return;
    void bridge?.show(id);
    const letGo = holdNavigation(async () => {
      if (bridge === undefined) return window.confirm(t('save-bar.leave'));
      // Rejects, or never resolves, where somebody stays.
      return (bridge.leaveConfirmation?.() ?? Promise.resolve()).then(
        () => true,
        () => false,
      );
    });
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    if (bridge === undefined) window.addEventListener('beforeunload', warn);
    return () => {
      letGo();
      window.removeEventListener('beforeunload', warn);
      void bridge?.hide(id);
    };
  }, [open, id, bridge]);

  if (bridge !== undefined) {
    return (
      <ui-save-bar id={id}>
        <button type="button" {...{ variant: 'primary' }} onClick={onSave} disabled={busy}>
          {save}
        </button>
        <button type="button" onClick={onDiscard} disabled={busy}>
          {t('save-bar.discard')}
        </button>
      </ui-save-bar>
    );
  }
  if (!open) return null;
  return (
    <section className="mg-save-bar" aria-label={t('save-bar.unsaved')}>
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="span" fontWeight="medium">
          {t('save-bar.unsaved')}
        </Text>
        <InlineStack gap="200">
          <Button onClick={onDiscard} disabled={busy}>
            {t('save-bar.discard')}
          </Button>
          <Button variant="primary" onClick={onSave} loading={busy}>
            {save}
          </Button>
        </InlineStack>
      </InlineStack>
    </section>
  );
};
