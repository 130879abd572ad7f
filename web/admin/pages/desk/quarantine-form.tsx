import { BlockStack, Button, Card, InlineGrid, InlineStack, Text, TextField } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { Photo } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { PhotoInput } from '../../components/photo-input.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t, word } from '../../messages/index.ts';

const CLUES = [
  ['tracking', 'desk.apart.tracking'],
  ['senderName', 'desk.apart.sender'],
  ['senderPhone', 'desk.apart.phone'],
  ['orderNumber', 'desk.apart.order'],
  ['note', 'desk.apart.note'],
] as const;

/** What can be read on and in a parcel that no return can be told for (P20, P35). */
export const QuarantineForm = ({
  problem,
  written,
  onDone,
  onClose,
}: {
  problem: 'unmarked' | 'misread' | 'unknown';
  /** The number as it was read; null where there is none. */
  written: string | null;
  onDone: () => void;
  onClose: () => void;
}) => {
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const keep = useAction(
    useCallback((body: object) => write('/desk/parcels', { body }), []),
    useMemo(() => ({ message: t('desk.apart.saved') }), []),
  );
  const submit = async (): Promise<void> => {
    const clues = Object.fromEntries(
      Object.entries(seen).map(([name, text]) => [name, text.trim() === '' ? null : text.trim()]),
    );
    if (await keep.run({ problem, written, ...clues, photos: photos.map(({ id }) => ({ id })) })) onDone();
  };
  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <BlockStack gap="400">
          <BlockStack gap="050">
            <Text as="h2" variant="headingMd">
              {t('desk.apart.title')}
            </Text>
            <Text as="p" tone="subdued">
              {[word('parcel-problem', problem), written].filter((part) => part !== null).join(': ')}
            </Text>
          </BlockStack>
          {keep.error && <ProblemBanner error={keep.error} onDismiss={keep.clear} />}
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            {CLUES.map(([name, label]) => (
              <TextField
                key={name}
                label={t(label)}
                value={seen[name] ?? ''}
                onChange={(text) => setSeen({ ...seen, [name]: text })}
                maxLength={200}
                autoComplete="off"
              />
            ))}
          </InlineGrid>
          <PhotoInput label={t('step-field.photos')} photos={photos} onChange={setPhotos} />
          <InlineStack gap="200">
            <Button submit variant="primary" loading={keep.busy}>
              {t('desk.apart.save')}
            </Button>
            <Button onClick={onClose} disabled={keep.busy}>
              {t('steps.cancel')}
            </Button>
          </InlineStack>
        </BlockStack>
      </form>
    </Card>
  );
};
