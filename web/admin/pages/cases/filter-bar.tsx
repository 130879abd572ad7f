import { Button, ButtonGroup, InlineGrid, InlineStack, Select } from '@shopify/polaris';
import { SearchField } from '../../components/search-field.tsx';
import { t, word } from '../../messages/index.ts';
import { caseStates } from '../../words/case-states.ts';
import type { CaseFilters } from './case-filters.ts';

const VIEWS = ['open', 'closed', 'all'] as const;
const KINDS = ['cancellation', 'backorder', 'return'] as const;

export const CaseFilterBar = ({
  filters,
  onChange,
}: {
  filters: CaseFilters;
  onChange: (changes: Readonly<Record<string, string | null>>) => void;
}) => (
  <div className="mg-card-head">
    <InlineGrid columns={{ xs: 1, md: 'auto 1fr auto' }} gap="200" alignItems="center">
      <InlineStack>
        <ButtonGroup variant="segmented">
          {VIEWS.map((view) => (
            <Button key={view} pressed={filters.view === view} onClick={() => onChange({ view, state: null })}>
              {t(`cases.view.${view}`)}
            </Button>
          ))}
        </ButtonGroup>
      </InlineStack>
      <SearchField label={t('cases.search')} value={filters.text} onSearch={(text) => onChange({ text })} />
      <InlineGrid columns={2} gap="200">
        <Select
          label={t('cases.filter.kind')}
          labelHidden
          options={[
            { label: t('cases.filter.any-kind'), value: '' },
            ...KINDS.map((kind) => ({ label: word('kind', kind), value: kind })),
          ]}
          value={filters.kind ?? ''}
          onChange={(kind) => onChange({ kind, state: null })}
        />
        <Select
          label={t('cases.filter.state')}
          labelHidden
          options={[
            { label: t('cases.filter.any-state'), value: '' },
            ...caseStates(filters.kind ?? undefined).map((state) => ({ label: word('state', state), value: state })),
          ]}
          value={filters.state ?? ''}
          onChange={(state) => onChange({ state })}
        />
      </InlineGrid>
    </InlineGrid>
  </div>
);
