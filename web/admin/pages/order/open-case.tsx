import { BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { Ask, Done, OrderWithCases, Photo } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { PhotoInput } from '../../components/photo-input.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';
import { navigate } from '../../router/location.ts';
import { casePath } from '../../router/match.ts';

/** The question as a request: what was asked is what is done. */
export const requestOf = (ask: Ask, because: string, photos: readonly Photo[]): Record<string, unknown> | null => {
  const said = because.trim() === '' ? {} : { because: because.trim() };
  switch (ask.kind) {
    case 'cancel':
      return { kind: 'cancellation.request', ...(ask.lines === undefined ? {} : { lines: ask.lines }), ...said };
    case 'stock-out':
      return { kind: 'backorder.report', lines: ask.lines, ...said };
    case 'return': {
      if (ask.reason === 'refused_delivery') return { kind: 'delivery.refused', ...said };
      const { photos: _counted, kind: _kind, returnPostage, ...rest } = ask;
      return {
        kind: 'return.open',
        ...rest,
        ...(returnPostage === undefined ? {} : { returnPostage }),
        photos: photos.map(({ id }) => ({ id })),
        ...said,
      };
    }
    default:
      return null;
  }
};

/** Under an answer of the policy: the same for real. */
export const OpenCase = ({ order, ask }: { order: OrderWithCases; ask: Ask }) => {
  const [because, setBecause] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const open = useAction(
    useCallback(
      async (body: object) => {
        const { caseId } = await write<Done>(`/orders/${order.id}/cases`, { body });
        if (caseId !== null) navigate(casePath(caseId));
      },
      [order.id],
    ),
    useMemo(() => ({ message: t('order.open-case.done') }), []),
  );
  const request = requestOf(ask, because, photos);
  if (request === null) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void open.run(request);
      }}
    >
      <BlockStack gap="300">
        <Text as="p" tone="subdued">
          {t('order.open-case.help')}
        </Text>
        {open.error && <ProblemBanner error={open.error} onDismiss={open.clear} />}
        <TextField
          label={t('order.open-case.because')}
          value={because}
          onChange={setBecause}
          multiline={2}
          maxLength={500}
          autoComplete="off"
        />
        {request.kind === 'return.open' && (
          <PhotoInput label={t('order.open-case.photos')} photos={photos} onChange={setPhotos} />
        )}
        <InlineStack>
          <Button submit loading={open.busy}>
            {t('order.open-case')}
          </Button>
        </InlineStack>
      </BlockStack>
    </form>
  );
};
