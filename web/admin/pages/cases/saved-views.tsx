import { BlockStack, Button, InlineStack, Select, TextField } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { SavedViews as Views } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { useResource } from '../../api/use-resource.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';
import { navigate } from '../../router/location.ts';
import { type CaseFilters, viewQuery } from './case-filters.ts';

const EVERY_MS = 60_000;

/** Lists that staff come back to: chosen, kept under a name, given up. They are the shop's, so that colleagues share them. */
export const SavedViews = ({ filters }: { filters: CaseFilters }) => {
  const views = useResource<Views>('/case-views', EVERY_MS);
  const [name, setName] = useState<string | null>(null);
  const { refresh } = views;
  const save = useAction(
    useCallback(
      (next: Views['views'], version: number) =>
        write('/case-views', { method: 'PUT', version, body: { views: next } }),
      [],
    ),
    useMemo(() => ({ message: t('cases.views.saved'), after: refresh }), [refresh]),
  );
  if (views.data === null) return null;
  const { views: kept, version, mayEdit } = views.data;
  const now = viewQuery(filters);
  const current = kept.find(({ query }) => query === now);
  const keep = async (): Promise<void> => {
    const chosen = (name ?? '').trim();
    if (chosen !== '' && (await save.run([...kept, { name: chosen, query: now }], version))) setName(null);
  };
  return (
    <BlockStack gap="200">
      {save.error && <ProblemBanner error={save.error} onDismiss={save.clear} />}
      <InlineStack gap="200" blockAlign="end">
        {kept.length > 0 && (
          <Select
            label={t('cases.views.label')}
            labelInline
            options={[
              { label: t('cases.views.none'), value: '' },
              ...kept.map((view) => ({ label: view.name, value: view.name })),
            ]}
            value={current?.name ?? ''}
            onChange={(chosen) => {
              const query = kept.find((view) => view.name === chosen)?.query ?? '';
              navigate(`/cases${query === '' ? '' : `?${query}`}`);
            }}
          />
        )}
        {mayEdit && current !== undefined && (
          <Button
            loading={save.busy}
            onClick={() =>
              void save.run(
                kept.filter((view) => view !== current),
                version,
              )
            }
          >
            {t('cases.views.remove')}
          </Button>
        )}
        {mayEdit && current === undefined && now !== '' && name === null && (
          <Button variant="plain" onClick={() => setName('')}>
            {t('cases.views.save')}
          </Button>
        )}
      </InlineStack>
      {name !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <InlineStack gap="200" blockAlign="end">
            <TextField
              label={t('cases.views.name')}
              value={name}
              onChange={setName}
              maxLength={60}
              autoFocus
              autoComplete="off"
            />
            <Button submit variant="primary" loading={save.busy} disabled={name.trim() === ''}>
              {t('cases.views.keep')}
            </Button>
            <Button onClick={() => setName(null)} disabled={save.busy}>
              {t('steps.cancel')}
            </Button>
          </InlineStack>
        </form>
      )}
    </BlockStack>
  );
};
