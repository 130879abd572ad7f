import {
  Badge,
  BlockStack,
  Card,
  IndexTable,
  type IndexTableProps,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from '@shopify/polaris';
import { useEffect } from 'react';
import type { OrderList, OrderWithCases } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { EmptyBody } from '../components/empty.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { SearchField } from '../components/search-field.tsx';
import { SkeletonCard } from '../components/skeletons.tsx';
import { When } from '../components/when.tsx';
import { t, word } from '../messages/index.ts';
import { navigate, replaceQuery, useLocation } from '../router/location.ts';
import { orderPath } from '../router/match.ts';
import { useShop } from '../shop/shop-context.tsx';

const HEADINGS: IndexTableProps['headings'] = [
  { title: t('orders.column.order') },
  { title: t('orders.column.customer') },
  { title: t('orders.column.placed') },
  { title: t('orders.column.payment') },
  { title: t('orders.column.shipping') },
  { title: t('orders.column.cases'), alignment: 'end' },
  { title: t('orders.column.total'), alignment: 'end' },
];

const OrderLink = ({ order }: { order: OrderWithCases }) => (
  <Link dataPrimaryLink monochrome removeUnderline url={orderPath(order.id)}>
    <Text as="span" fontWeight="semibold">
      {order.name}
    </Text>
  </Link>
);

const WideRow = ({ order, at }: { order: OrderWithCases; at: number }) => {
  const { money } = useShop();
  return (
    <IndexTable.Row id={order.id} position={at}>
      <IndexTable.Cell>
        <OrderLink order={order} />
      </IndexTable.Cell>
      <IndexTable.Cell>{order.customerName}</IndexTable.Cell>
      <IndexTable.Cell>
        <When at={order.createdAt} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Badge>{order.cancelledAt ? t('order.cancelled') : word('payment', order.financialStatus)}</Badge>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Badge>{word('shipping', order.shippingStatus)}</Badge>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" numeric alignment="end">
          {order.openCases.length || ''}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" numeric alignment="end">
          {money(order.total, order.currency)}
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
};

const NarrowRow = ({ order, at }: { order: OrderWithCases; at: number }) => {
  const { money } = useShop();
  return (
    <IndexTable.Row id={order.id} position={at}>
      <div className="mg-block">
        <BlockStack gap="100">
          <InlineStack align="space-between" gap="200">
            <OrderLink order={order} />
            <Text as="span" numeric>
              {money(order.total, order.currency)}
            </Text>
          </InlineStack>
          <Text as="p" tone="subdued">
            {order.customerName && `${order.customerName}, `}
            <When at={order.createdAt} />
          </Text>
          <InlineStack gap="200">
            <Badge>{order.cancelledAt ? t('order.cancelled') : word('payment', order.financialStatus)}</Badge>
            <Badge>{word('shipping', order.shippingStatus)}</Badge>
          </InlineStack>
        </BlockStack>
      </div>
    </IndexTable.Row>
  );
};

const OrderTable = ({ orders }: { orders: readonly OrderWithCases[] }) => {
  const { mdDown } = useBreakpoints();
  const Row = mdDown ? NarrowRow : WideRow;
  return (
    <IndexTable
      resourceName={{ singular: t('orders.count.one'), plural: t('orders.count.other') }}
      headings={HEADINGS}
      itemCount={orders.length}
      selectable={false}
      condensed={mdDown}
    >
      {orders.map((order, at) => (
        <Row key={order.id} order={order} at={at} />
      ))}
    </IndexTable>
  );
};

/** Shopify's own order page leads here with the order it shows: its digits, alone or at the end of a gid. */
const linkedOrder = (query: URLSearchParams): string | null =>
  /^(?:gid:\/\/shopify\/Order\/)?(\d{1,30})$/.exec(query.get('id') ?? '')?.[1] ?? null;

export default function Orders() {
  const { query } = useLocation();
  const text = query.get('text') ?? '';
  const linked = linkedOrder(query);
  useEffect(() => {
    if (linked !== null) navigate(orderPath(linked), { replace: true });
  }, [linked]);
  const list = useResource<OrderList>(text === '' ? '/orders' : `/orders?text=${encodeURIComponent(text)}`);
  return (
    <PageFrame title={t('orders.title')} fullWidth>
      <Card padding="0">
        <div className="mg-card-head">
          <SearchField label={t('orders.search')} value={text} onSearch={(next) => replaceQuery({ text: next })} />
        </div>
        <Loaded resource={list} skeleton={<SkeletonCard lines={14} />}>
          {({ orders }) =>
            orders.length > 0 ? (
              <OrderTable orders={orders} />
            ) : (
              <EmptyBody
                title={text === '' ? t('orders.empty.title') : t('orders.none.title')}
                text={text === '' ? t('orders.empty.text') : t('orders.none.text')}
              />
            )
          }
        </Loaded>
      </Card>
    </PageFrame>
  );
}
