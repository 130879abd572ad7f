import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useCallback, useMemo, useRef } from 'react';
import type { Mails } from '../../../edge/admin/contract/mails.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** The shop's logo, saved at once: it is no text. */
export const Logo = ({ mails, refresh }: { mails: Mails; refresh: () => void }) => {
  const input = useRef<HTMLInputElement>(null);
  const save = useAction(
    useCallback(
      (base64: string | null, version: number) => write('/mails/logo', { method: 'PUT', version, body: { base64 } }),
      [],
    ),
    useMemo(() => ({ message: t('mails.logo.saved'), after: refresh }), [refresh]),
  );
  if (!mails.mayEdit) return null;
  return (
    <BlockStack gap="200">
      {save.error && <ProblemBanner error={save.error} onDismiss={save.clear} />}
      <InlineStack gap="200" blockAlign="center">
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          hidden
          onChange={async ({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) await save.run(await base64Of(file), mails.version);
            target.value = '';
          }}
        />
        <Button loading={save.busy} onClick={() => input.current?.click()}>
          {t('mails.logo.choose')}
        </Button>
        {mails.hasLogo && (
          <Button loading={save.busy} onClick={() => void save.run(null, mails.version)}>
            {t('mails.logo.remove')}
          </Button>
        )}
        <Text as="span" tone="subdued">
          {t('mails.logo.help')}
        </Text>
      </InlineStack>
    </BlockStack>
  );
};
