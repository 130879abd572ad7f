import {
  BlockStack,
  IndexTable,
  type IndexTableProps,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from '@shopify/polaris';
import type { CaseSummary } from '../../edge/admin/contract.ts';
import { t, word } from '../messages/index.ts';
import { casePath } from '../router/match.ts';
import { useShop } from '../shop/shop-context.tsx';
import { sentence } from '../words/sentence.ts';
import { Due } from './due.tsx';
import { LookBadge } from './look-badge.tsx';
import { useHalfTicked } from './use-half-ticked.ts';
import { When } from './when.tsx';

/** A function: words are known only once the language is. */
const headings = (): IndexTableProps['headings'] => [
  { title: t('cases.column.case') },
  { title: t('cases.column.order') },
  { title: t('cases.column.kind') },
  { title: t('cases.column.state') },
  { title: t('cases.column.next') },
  { title: t('cases.column.amount'), alignment: 'end' },
  { title: t('cases.column.due') },
  { title: t('cases.column.updated') },
];

const title = (summary: CaseSummary): string => t('case.number', { number: summary.number });

type RowProps = Readonly<{ summary: CaseSummary; at: number; path: string; ticked: boolean | undefined }>;

const WideRow = ({ summary, at, path, ticked }: RowProps) => {
  const { money, instantsIn } = useShop();
  return (
    <IndexTable.Row id={summary.id} position={at} selected={ticked}>
      <IndexTable.Cell>
        <Link dataPrimaryLink monochrome removeUnderline url={path}>
          <Text as="span" fontWeight="semibold">
            {title(summary)}
          </Text>
        </Link>
        {summary.rma && (
          <Text as="p" tone="subdued">
            {summary.rma}
          </Text>
        )}
      </IndexTable.Cell>
      <IndexTable.Cell>{summary.orderName}</IndexTable.Cell>
      <IndexTable.Cell>{word('kind', summary.kind)}</IndexTable.Cell>
      <IndexTable.Cell>
        <LookBadge group="state" value={summary.state} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div className="mg-wrap">{instantsIn(sentence(summary.next))}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" numeric alignment="end">
          {summary.amount ? money(summary.amount.minor, summary.amount.currency) : ''}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Due at={summary.dueAt} overdue={summary.overdue} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <When at={summary.updatedAt} />
      </IndexTable.Cell>
    </IndexTable.Row>
  );
};

/** On a phone a case is a small block instead of a row: nothing to scroll sideways. */
const NarrowRow = ({ summary, at, path, ticked }: RowProps) => {
  const { money, instantsIn } = useShop();
  return (
    <IndexTable.Row id={summary.id} position={at} selected={ticked}>
      <div className="mg-block">
        <BlockStack gap="100">
          <InlineStack align="space-between" gap="200">
            <Link dataPrimaryLink monochrome removeUnderline url={path}>
              <Text as="span" fontWeight="semibold">
                {title(summary)}, {summary.orderName}
              </Text>
            </Link>
            <Text as="span" numeric>
              {summary.amount ? money(summary.amount.minor, summary.amount.currency) : ''}
            </Text>
          </InlineStack>
          <Text as="p" tone="subdued">
            {instantsIn(sentence(summary.next))}
          </Text>
          <InlineStack gap="200" blockAlign="center">
            <LookBadge group="state" value={summary.state} />
            <Text as="span" tone="subdued">
              {word('kind', summary.kind)}
            </Text>
            <Due at={summary.dueAt} overdue={summary.overdue} />
          </InlineStack>
        </BlockStack>
      </div>
    </IndexTable.Row>
  );
};

export const CaseTable = ({
  cases,
  pagination,
  pathOf = casePath,
  chosen,
  onChoose,
}: {
  cases: readonly CaseSummary[];
  /** Where a case leads; its own page where nothing is said. */
  pathOf?: (id: string) => string;
  /** Ids that are ticked; without it nothing can be. */
  chosen?: readonly string[];
  onChoose?: IndexTableProps['onSelectionChange'];
  pagination?: IndexTableProps['pagination'];
}) => {
  const { mdDown } = useBreakpoints();
  const Row = mdDown ? NarrowRow : WideRow;
  const table = useHalfTicked();
  return (
    <div ref={table}>
      <IndexTable
        resourceName={{ singular: t('cases.count.one'), plural: t('cases.count.other') }}
        headings={headings()}
        itemCount={cases.length}
        selectable={chosen !== undefined}
        selectedItemsCount={chosen?.length === cases.length && cases.length > 0 ? 'All' : (chosen?.length ?? 0)}
        onSelectionChange={onChoose}
        condensed={mdDown}
        pagination={pagination}
      >
        {cases.map((summary, at) => (
          <Row
            key={summary.id}
            summary={summary}
            at={at}
            path={pathOf(summary.id)}
            ticked={chosen?.includes(summary.id)}
          />
        ))}
      </IndexTable>
    </div>
  );
};
