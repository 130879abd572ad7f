import { BlockStack, Button, DropZone, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import type { Photo } from '../../edge/admin/contract.ts';
import { sendPhoto } from '../api/client.ts';
import { ApiError } from '../api/problem.ts';
import { t } from '../messages/index.ts';
import { PhotoGrid } from './photo-grid.tsx';
import { ProblemBanner } from './problem-banner.tsx';

/** Photos are kept as soon as they are chosen; on a phone the camera is offered. */
export const PhotoInput = ({
  label,
  photos,
  error: wrong,
  onChange,
}: {
  label: string;
  photos: readonly Photo[];
  /** What is wrong with the field, e.g. that it needs a photo. */
  error?: string;
  onChange: (photos: readonly Photo[]) => void;
}) => {
  const [sending, setSending] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  /** Names of files that are no photos. */
  const [refused, setRefused] = useState<readonly string[]>([]);
  const id = useId();
  const add = async (files: readonly File[]): Promise<void> => {
    setError(null);
    let kept = photos;
    try {
      for (const file of files) {
        setSending(file.name);
        kept = [...kept, await sendPhoto(file)];
        onChange(kept);
      }
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setError(failure);
    } finally {
      setSending(null);
    }
  };
  return (
    <BlockStack gap="200">
      <DropZone
        label={label}
        accept="image/jpeg,image/png,image/webp,image/gif"
        type="image"
        onDrop={(_all, accepted, rejected) => {
          setRefused(rejected.map(({ name }) => name));
          void add(accepted);
        }}
        disabled={sending !== null}
        variableHeight
      >
        <DropZone.FileUpload actionTitle={t('steps.photo.add')} actionHint={t('steps.photo.help')} />
      </DropZone>
      {error && <ProblemBanner error={error} onDismiss={() => setError(null)} />}
      <div aria-live="polite">
        {wrong !== undefined && <InlineError fieldID={`${id}-field`} message={wrong} />}
        {refused.length > 0 && (
          <InlineError fieldID={id} message={t('steps.photo.refused', { names: refused.join(', ') })} />
        )}
        {sending !== null && <Text as="p">{t('steps.photo.sending', { name: sending })}</Text>}
      </div>
      {photos.length > 0 && (
        <>
          <PhotoGrid photos={photos} />
          <InlineStack gap="200">
            {photos.map((photo) => (
              <Button
                key={photo.id}
                size="slim"
                variant="tertiary"
                disabled={sending !== null}
                onClick={() => onChange(photos.filter(({ id }) => id !== photo.id))}
              >
                {t('steps.photo.remove', { name: photo.name })}
              </Button>
            ))}
          </InlineStack>
        </>
      )}
    </BlockStack>
  );
};
