import { BlockStack, Card, Text } from '@shopify/polaris';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Photo } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { PhotoInput } from '../../components/photo-input.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t, word } from '../../messages/index.ts';
import { type Clues, cluesOf } from './clues.ts';
import { ClueFields } from './parcel-forms.tsx';

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
  const [seen, setSeen] = useState<Clues>({});
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  // One key for one description: a parcel whose answer was lost is not kept apart twice when the button is pressed again.
  const sent = useRef({ text: '', key: '' });
  const keep = useAction(
    useCallback((body: object) => {
      const text = JSON.stringify(body);
      if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
      return write('/desk/parcels', { body, key: sent.current.key });
    }, []),
    useMemo(() => ({ message: t('desk.apart.saved') }), []),
  );
  const submit = async (): Promise<void> => {
    if (await keep.run({ problem, written, ...cluesOf(seen), photos: photos.map(({ id }) => ({ id })) })) onDone();
  };
  return (
    <Card>
      <ActionForm send={t('desk.apart.save')} submit={submit} busy={keep.busy} onClose={onClose} gap="400">
        <BlockStack gap="050">
          <Text as="h2" variant="headingMd">
            {t('desk.apart.title')}
          </Text>
          <Text as="p" tone="subdued">
            {[word('parcel-problem', problem), written].filter((part) => part !== null).join(': ')}
          </Text>
        </BlockStack>
        {keep.error && <ProblemBanner error={keep.error} onDismiss={keep.clear} />}
        <ClueFields seen={seen} onChange={setSeen} />
        <PhotoInput label={t('step-field.photos')} photos={photos} onChange={setPhotos} />
      </ActionForm>
    </Card>
  );
};
