import { BlockStack, Card, Link, Text } from '@shopify/polaris';
import type { Asked, CaseDetail, Order } from '../../../edge/admin/contract.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { PolicyName } from '../../components/policy-name.tsx';
import { When } from '../../components/when.tsx';
import { t, word } from '../../messages/index.ts';
import { orderPath } from '../../router/match.ts';
import { type Shop, useShop } from '../../shop/shop-context.tsx';
import { lineTitle } from '../../words/line-title.ts';

const yesNo = (value: boolean | null): string | null => (value === null ? null : t(value ? 'app.yes' : 'app.no'));
const when = (at: string | null) => at && <When at={at} />;

const lines = (asked: Asked, order: Order) =>
  asked.lines === null
    ? t('case.fact.all-unshipped')
    : asked.lines.map(({ lineItemId, quantity }) => (
        <div key={lineItemId}>
          {quantity} × {lineTitle(order, lineItemId)}
        </div>
      ));

/** An address that a customer gave is shown as a link for people and never fetched; only what a browser opens safely. */
const trackingLink = ({ number, carrier, url }: { number: string; carrier: string | null; url: string | null }) => {
  const text = carrier === null ? number : `${carrier} ${number}`;
  return url !== null && /^https?:\/\//i.test(url) ? (
    <Link url={url} external>
      {text}
    </Link>
  ) : (
    text
  );
};

const factsOf = (asked: Asked, shop: Shop): Fact[] => {
  switch (asked.kind) {
    case 'cancellation':
      return [{ label: t('case.fact.because'), value: asked.because }];
    case 'backorder':
      return [
        { label: t('case.fact.notified'), value: when(asked.notifiedAt) },
        { label: t('case.fact.answer'), value: asked.answer && t(`order.what-if.answer.${asked.answer}`) },
        { label: t('case.fact.eta'), value: asked.eta },
      ];
    case 'return':
      return [
        { label: t('case.fact.reason'), value: word('reason', asked.reason) },
        { label: t('case.fact.because'), value: asked.because },
        { label: t('case.fact.remedy'), value: word('remedy', asked.remedy) },
        { label: t('case.fact.photos'), value: asked.photos > 0 ? asked.photos : null },
        { label: t('case.fact.troubleshooting'), value: yesNo(asked.troubleshootingDone) },
        { label: t('case.fact.own-damage'), value: yesNo(asked.artificialDamageDeclared) },
        {
          label: t('case.fact.rma-deadline'),
          value: asked.deadline && `${shop.date(asked.deadline.date)} (${asked.deadline.timeZone})`,
        },
        { label: t('case.fact.tracking'), value: asked.tracking && trackingLink(asked.tracking) },
        { label: t('case.fact.received'), value: when(asked.parcel?.receivedAt ?? null) },
        { label: t('case.fact.marked'), value: yesNo(asked.parcel?.rmaMarked ?? null) },
        { label: t('case.fact.shopify-return'), value: asked.shopifyReturnName },
      ];
  }
};

/** What was asked for and what is known, from order to parcel. */
export const AboutCard = ({ detail: { case: record, order, policies } }: { detail: CaseDetail }) => {
  const shop = useShop();
  const opened = (
    <>
      <When at={record.createdAt} /> {record.openedByName && t('app.by', { name: record.openedByName })}
    </>
  );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('case.facts')}
        </Text>
        <Facts
          facts={[
            { label: t('case.fact.order'), value: <Link url={orderPath(record.orderId)}>{record.orderName}</Link> },
            { label: t('case.fact.kind'), value: word('kind', record.kind) },
            { label: t('case.fact.lines'), value: lines(record.asked, order) },
            { label: t('case.fact.rma'), value: record.rma },
            ...factsOf(record.asked, shop),
            { label: t('case.fact.opened'), value: opened },
            {
              label: t('case.fact.policy'),
              value: <PolicyName id={record.policyVersion} policies={policies} />,
            },
          ]}
        />
      </BlockStack>
    </Card>
  );
};
