import { Banner, BlockStack, Card, InlineGrid, InlineStack, Link, Text } from '@shopify/polaris';
import type { OrderWithCases } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { Facts } from '../components/facts.tsx';
import { Loaded } from '../components/loaded.tsx';
import { LookBadge } from '../components/look-badge.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { ScrollBox } from '../components/scroll-box.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { When } from '../components/when.tsx';
import { t, word } from '../messages/index.ts';
import { casePath } from '../router/match.ts';
import { useShop } from '../shop/shop-context.tsx';
import { lineTitle } from '../words/line-title.ts';
import { WhatIf } from './order/what-if.tsx';

const Lines = ({ order }: { order: OrderWithCases }) => {
  const { money } = useShop();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('order.lines')}
        </Text>
        <ScrollBox label={t('order.lines')}>
          <table className="mg-table">
            <thead>
              <tr>
                <th scope="col">{t('order.line.product')}</th>
                <th scope="col" className="mg-number">
                  {t('order.line.ordered')}
                </th>
                <th scope="col" className="mg-number">
                  {t('order.line.shipped')}
                </th>
                <th scope="col" className="mg-number">
                  {t('order.line.left')}
                </th>
                <th scope="col" className="mg-number">
                  {t('order.line.total')}
                </th>
              </tr>
            </thead>
            <tbody>
              {order.lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row" className="mg-name">
                    {lineTitle(order, line.id)}
                  </th>
                  <td className="mg-number">{line.quantity}</td>
                  <td className="mg-number">{line.unitsShipped}</td>
                  <td className="mg-number">{line.currentQuantity}</td>
                  <td className="mg-number">{money(line.total, order.currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </BlockStack>
    </Card>
  );
};

const About = ({ order }: { order: OrderWithCases }) => {
  const { money, country } = useShop();
  return (
    <Card>
      <Facts
        facts={[
          { label: t('order.customer'), value: order.customerName },
          { label: t('orders.column.placed'), value: <When at={order.createdAt} /> },
          { label: t('orders.column.payment'), value: word('payment', order.financialStatus) },
          { label: t('orders.column.shipping'), value: word('shipping', order.shippingStatus) },
          { label: t('order.ship-to'), value: order.shipTo && country(order.shipTo) },
          { label: t('order.shipping-paid'), value: money(order.shipping, order.currency) },
          { label: t('money.total'), value: money(order.total, order.currency) },
          { label: t('order.refunded'), value: order.refunded > 0 ? money(order.refunded, order.currency) : null },
          { label: t('order.cancelled'), value: order.cancelledAt && <When at={order.cancelledAt} /> },
        ]}
      />
    </Card>
  );
};

const OpenCases = ({ order }: { order: OrderWithCases }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {t('order.cases')}
      </Text>
      {order.openCases.length === 0 && (
        <Text as="p" tone="subdued">
          {t('order.cases.none')}
        </Text>
      )}
      {order.openCases.map((record) => (
        <InlineStack key={record.id} align="space-between" gap="200">
          <Link url={casePath(record.id)}>
            {t('case.number', { number: record.number })}, {word('kind', record.kind)}
          </Link>
          <LookBadge group="state" value={record.state} />
        </InlineStack>
      ))}
    </BlockStack>
  </Card>
);

export default function Order({ id }: { id: string }) {
  const order = useResource<OrderWithCases>(`/orders/${encodeURIComponent(id)}`);
  return (
    <PageFrame
      title={order.data?.name ?? t('orders.title')}
      back={{ content: t('orders.title'), url: '/orders' }}
      fullWidth
    >
      <Loaded resource={order} skeleton={<SkeletonCards cards={[4, 6]} />}>
        {(data) => (
          <InlineGrid columns={{ xs: 1, lg: '2fr 1fr' }} gap="400" alignItems="start">
            <BlockStack gap="400">
              {data.disputeOpen === true && <Banner tone="warning" title={t('order.dispute')} />}
              <WhatIf order={data} />
              <Lines order={data} />
            </BlockStack>
            <BlockStack gap="400">
              <OpenCases order={data} />
              <About order={data} />
            </BlockStack>
          </InlineGrid>
        )}
      </Loaded>
    </PageFrame>
  );
}
