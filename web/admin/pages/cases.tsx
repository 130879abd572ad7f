import { Card } from '@shopify/polaris';
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
import { caseFilters, caseListPath, isFiltered } from './cases/case-filters.ts';
import { CaseFilterBar } from './cases/filter-bar.tsx';

export default function Cases() {
  const { query } = useLocation();
  const filters = caseFilters(query);
  const page = useResource<CasePage>(caseListPath(filters));
  // Cursors only lead forward: the way back is remembered, and starts over where somebody came by a link.
  const [earlier, setEarlier] = useState<readonly (string | null)[]>([]);

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
              <CaseTable
                cases={cases}
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
            )
          }
        </Loaded>
      </Card>
    </PageFrame>
  );
}
