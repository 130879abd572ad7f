import { BlockStack, Button, InlineStack, TextField } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import { write } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { t } from '../messages/index.ts';
import { ProblemBanner } from './problem-banner.tsx';

/** *Dismiss*, and why: closed until it is pressed. `path` takes `{ because }`. */
export const DismissForm = ({ path, what, onDone }: { path: string; what: string; onDone: () => void }) => {
  const [because, setBecause] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const dismiss = useAction(
    useCallback((reason: string) => write(path, { body: { because: reason } }), [path]),
    useMemo(() => ({ message: t('parked.dismissed'), after: onDone }), [onDone]),
  );
  if (because === null) {
    return (
      <Button
        size="slim"
        variant="tertiary"
        onClick={() => setBecause('')}
        accessibilityLabel={t('parked.dismiss.label', { what })}
      >
        {t('parked.dismiss')}
      </Button>
    );
  }
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (because.trim() !== '' && (await dismiss.run(because.trim()))) setBecause(null);
  };
  return (
    <form
      className="mg-wide"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <BlockStack gap="200">
        {dismiss.error && <ProblemBanner error={dismiss.error} onDismiss={dismiss.clear} />}
        <TextField
          label={t('parked.dismiss.because')}
          helpText={t('parked.dismiss.help')}
          value={because}
          onChange={setBecause}
          error={asked && because.trim() === '' ? t('parked.dismiss.missing') : undefined}
          maxLength={500}
          autoComplete="off"
          autoFocus
        />
        <InlineStack gap="200">
          <Button submit size="slim" loading={dismiss.busy}>
            {t('parked.dismiss')}
          </Button>
          <Button size="slim" onClick={() => setBecause(null)} disabled={dismiss.busy}>
            {t('steps.cancel')}
          </Button>
        </InlineStack>
      </BlockStack>
    </form>
  );
};
