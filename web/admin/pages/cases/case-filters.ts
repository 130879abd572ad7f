import type { CaseKind } from '../../../edge/admin/contract.ts';
import { caseStates } from '../../words/case-states.ts';

export type CaseFilters = Readonly<{
  view: 'open' | 'closed' | 'all' | 'mine' | 'overdue' | 'waiting';
  text: string;
  kind: CaseKind | null;
  state: string | null;
  order: 'oldest' | null;
  cursor: string | null;
}>;

const KINDS: readonly string[] = ['cancellation', 'backorder', 'return'];
export const VIEWS = ['open', 'waiting', 'mine', 'overdue', 'closed', 'all'] as const;

/** The filters an address asks for; what it can't mean is left out rather than sent. */
export const caseFilters = (query: URLSearchParams): CaseFilters => {
  const [view, kind, state] = [query.get('view') ?? '', query.get('kind') ?? '', query.get('state') ?? ''];
  const knownKind = KINDS.includes(kind) ? (kind as CaseKind) : null;
  return {
    view: (VIEWS as readonly string[]).includes(view) ? (view as CaseFilters['view']) : 'open',
    text: (query.get('text') ?? '').slice(0, 200),
    kind: knownKind,
    // A state that cases of this kind do not have would find nothing.
    state: caseStates(knownKind ?? undefined).includes(state) ? state : null,
    order: query.get('order') === 'oldest' ? 'oldest' : null,
    cursor: query.get('cursor'),
  };
};

/** The same as a request. */
export const caseListPath = (filters: CaseFilters): string => {
  const query = new URLSearchParams();
  if (filters.view !== 'all') query.set('open', String(filters.view !== 'closed'));
  if (filters.view === 'mine') query.set('mine', 'true');
  if (filters.view === 'waiting') query.set('waiting', 'true');
  if (filters.view === 'overdue') query.set('overdue', 'true');
  for (const name of ['text', 'kind', 'state', 'order', 'cursor'] as const) {
    const value = filters[name];
    if (value !== null && value.trim() !== '') query.set(name, value.trim());
  }
  const text = query.toString();
  return `/cases${text === '' ? '' : `?${text}`}`;
};

/** What a saved view keeps of an address: everything but the place in the list. */
export const viewQuery = (filters: CaseFilters): string => {
  const query = new URLSearchParams();
  if (filters.view !== 'open') query.set('view', filters.view);
  for (const name of ['text', 'kind', 'state', 'order'] as const) {
    const value = filters[name];
    if (value !== null && value.trim() !== '') query.set(name, value.trim());
  }
  return query.toString();
};

/** Whether something beside the view narrows the list. */
export const isFiltered = (filters: CaseFilters): boolean =>
  filters.text.trim() !== '' || filters.kind !== null || filters.state !== null || filters.cursor !== null;
