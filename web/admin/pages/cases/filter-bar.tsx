import { BlockStack, Button, ButtonGroup, InlineGrid, InlineStack, Select } from '@shopify/polaris';
import { SearchField } from '../../components/search-field.tsx';
import { t, word } from '../../messages/index.ts';
import { caseStates } from '../../words/case-states.ts';
import { type CaseFilters, VIEWS } from './case-filters.ts';
import { SavedViews } from './saved-views.tsx';

const KINDS = ['cancellation', 'backorder', 'return'] as const;

export const CaseFilterBar = ({
  filters,
  onChange,
}: {
  filters: CaseFilters;
  onChange: (changes: Readonly<Record<string, string | null>>) => void;
}) => (
  <div className="mg-card-head">
    <BlockStack gap="300">
      <InlineStack gap="300" align="space-between" blockAlign="center">
        <div className="mg-choice">
          <ButtonGroup variant="segmented">
            {VIEWS.map((view) => (
              <Button key={view} pressed={filters.view === view} onClick={() => onChange({ view, state: null })}>
                {t(`cases.view.${view}`)}
              </Button>
            ))}
          </ButtonGroup>
        </div>
        <SavedViews filters={filters} />
      </InlineStack>
      <InlineGrid columns={{ xs: 1, md: '1fr auto' }} gap="200" alignItems="center">
        <SearchField label={t('cases.search')} value={filters.text} onSearch={(text) => onChange({ text })} />
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="200">
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
          <Select
            label={t('cases.order.label')}
            labelHidden
            options={[
              { label: t('cases.order.updated'), value: '' },
              { label: t('cases.order.oldest'), value: 'oldest' },
            ]}
            value={filters.order ?? ''}
            onChange={(order) => onChange({ order })}
          />
        </InlineGrid>
      </InlineGrid>
    </BlockStack>
  </div>
);
