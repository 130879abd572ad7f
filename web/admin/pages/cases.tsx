import { Card, IndexTableSelectionType as SelectionType } from '@shopify/polaris';
import { useState } from 'react';
import type { CasePage } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { CaseTable } from '../components/case-table.tsx';
import { EmptyBody } from '../components/empty.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { SkeletonCard } from '../components/skeletons.tsx';
import { t } from '../messages/index.ts';
import { navigate, replaceQuery, useLocation } from '../router/location.ts';
import { BulkBar } from './cases/bulk-bar.tsx';
import { caseFilters, caseListPath, isFiltered } from './cases/case-filters.ts';
import { CaseFilterBar } from './cases/filter-bar.tsx';

export default function Cases() {
  const { query } = useLocation();
  const filters = caseFilters(query);
  const page = useResource<CasePage>(caseListPath(filters));
  // Cursors only lead forward: the way back is remembered, and starts over where somebody came by a link.
  const [earlier, setEarlier] = useState<readonly (string | null)[]>([]);

  // Ticked rows stay ticked while the list is drawn anew; another list begins without.
  const [ticked, setTicked] = useState<Readonly<{ list: string; ids: readonly string[] }>>({ list: '', ids: [] });
  const list = caseListPath(filters);
  const chosen = ticked.list === list ? ticked.ids : [];
  /** A case that was closed or handed over meanwhile has left the list. */
  const here = (cases: CasePage['cases']): CasePage['cases'] => cases.filter(({ id }) => chosen.includes(id));
  const choose =
    (all: readonly string[]) => (type: SelectionType, on: boolean, selection?: string | [number, number]) => {
      if (type === SelectionType.Single && typeof selection === 'string')
        setTicked({ list, ids: on ? [...chosen, selection] : chosen.filter((id) => id !== selection) });
      else if (type === SelectionType.Multi && Array.isArray(selection)) {
        const range = all.slice(selection[0], selection[1] + 1);
        const others = chosen.filter((id) => !range.includes(id));
        setTicked({ list, ids: on ? [...others, ...range] : others });
      } else setTicked({ list, ids: on ? all : [] });
    };

  const turn = (cursor: string | null): void => {
    replaceQuery({ cursor });
    window.scrollTo(0, 0);
  };
  const change = (changes: Readonly<Record<string, string | null>>): void => {
    setEarlier([]);
    replaceQuery({ ...changes, cursor: null });
  };

  return (
    <PageFrame title={t('cases.title')} fullWidth>
      <Card padding="0">
        <CaseFilterBar filters={filters} onChange={change} />
        <Loaded resource={page} skeleton={<SkeletonCard lines={14} />}>
          {({ cases, nextCursor }) =>
            cases.length === 0 ? (
              isFiltered(filters) ? (
                <EmptyBody
                  title={t('cases.none.title')}
                  text={t('cases.none.text')}
                  action={{ content: t('app.clear-filters'), onAction: () => navigate('/cases?view=all') }}
                />
              ) : (
                <EmptyBody
                  title={filters.view === 'open' ? t('home.open.none') : t('home.empty.title')}
                  text={t('home.empty.text')}
                  action={{ content: t('home.empty.action'), url: '/orders' }}
                />
              )
            ) : (
              <>
                {chosen.length > 0 && (
                  <BulkBar
                    chosen={here(cases)}
                    onDone={(failed) => {
                      // Pressed again, it is for those that failed: the others have it.
                      if (failed.length > 0) setTicked({ list, ids: failed });
                      page.refresh();
                    }}
                  />
                )}
                <CaseTable
                  cases={cases}
                  chosen={here(cases).map(({ id }) => id)}
                  onChoose={choose(cases.map(({ id }) => id))}
                  pagination={{
                    hasNext: nextCursor !== null,
                    hasPrevious: filters.cursor !== null,
                    nextTooltip: t('cases.page.next'),
                    previousTooltip: t('cases.page.previous'),
                    onNext: () => {
                      setEarlier([...earlier, filters.cursor]);
                      turn(nextCursor);
                    },
                    onPrevious: () => {
                      setEarlier(earlier.slice(0, -1));
                      turn(earlier.at(-1) ?? null);
                    },
                  }}
                />
              </>
            )
          }
        </Loaded>
      </Card>
    </PageFrame>
  );
}
