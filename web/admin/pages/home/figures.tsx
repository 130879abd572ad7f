import { BlockStack, Box, Card, InlineGrid, Text } from '@shopify/polaris';
import type { Figures } from '../../../edge/admin/contract.ts';
import { useResource } from '../../api/use-resource.ts';
import { BarTable } from '../../components/bar-table.tsx';
import { ClauseTag } from '../../components/clause-tag.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { SkeletonCard } from '../../components/skeletons.tsx';
import { language, t, tn, word } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { clauseSentence } from '../../words/clauses.ts';

/** The server reckons them once a minute. */
const EVERY_MS = 60_000;

const Figure = ({ label, value, note }: { label: string; value: string; note: string }) => (
  <Card>
    <BlockStack gap="100">
      <Text as="h3" variant="bodySm" tone="subdued">
        {label}
      </Text>
      <Text as="p" variant="headingLg" numeric>
        {value}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {note}
      </Text>
    </BlockStack>
  </Card>
);

/** Two days and less in hours, beyond that in days. */
const span = (hours: number | null): string => {
  if (hours === null) return '–';
  const whole = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 });
  return hours < 48
    ? t('figures.hours', { hours: whole.format(hours) })
    : t('figures.days', { days: whole.format(hours / 24) });
};

const Body = ({ figures }: { figures: Figures }) => {
  const { money } = useShop();
  const amount = (minor: number): string => money(minor, figures.currency);
  return (
    <BlockStack gap="400">
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <Text as="h2" variant="headingMd">
          {t('figures.title')}
        </Text>
      </Box>
      <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="400">
        <Figure
          label={t('figures.refunded')}
          value={amount(figures.refundedMinor)}
          note={tn('figures.refunded.count', figures.refunds)}
        />
        <Figure label={t('figures.kept')} value={amount(figures.keptMinor)} note={t('figures.kept.help')} />
        <Figure
          label={t('figures.at-risk')}
          value={amount(figures.atRiskMinor)}
          note={tn('figures.refunded.count', figures.atRisk)}
        />
        <Figure
          label={t('figures.resolution')}
          value={span(figures.medianHours)}
          note={figures.closed === 0 ? t('figures.resolution.none') : tn('figures.resolution.closed', figures.closed)}
        />
      </InlineGrid>
      <InlineGrid columns={{ xs: 1, lg: 3 }} gap="400" alignItems="start">
        <BarTable
          title={t('figures.refusals')}
          note={t('figures.window')}
          column={t('figures.column.clause')}
          bars={figures.refusals.slice(0, 6).map(({ clause, count }) => ({
            key: clause,
            label: (
              <>
                <ClauseTag clause={clause} /> {clauseSentence(clause)}
              </>
            ),
            count,
          }))}
        />
        <BarTable
          title={t('figures.reasons')}
          note={t('figures.window')}
          column={t('figures.column.reason')}
          bars={figures.returnsByReason.map(({ reason, count }) => ({
            key: reason,
            label: word('reason', reason),
            count,
          }))}
        />
        <BarTable
          title={t('figures.products')}
          note={figures.productsOf === 0 ? t('figures.window') : tn('figures.products.of', figures.productsOf)}
          column={t('figures.column.product')}
          bars={figures.returnsByProduct.slice(0, 6).map(({ productId, title, units }) => ({
            key: productId ?? title,
            label: title,
            count: units,
          }))}
        />
      </InlineGrid>
    </BlockStack>
  );
};

/** Sums of the month and of 90 days. They come after what needs a person, and keep their place meanwhile. */
export const FiguresSection = () => {
  const figures = useResource<Figures>('/figures', EVERY_MS);
  if (figures.data !== null) return <Body figures={figures.data} />;
  if (figures.error) return <ProblemBanner error={figures.error} />;
  return (
    <div className="mg-figures-space">
      <BlockStack gap="400">
        <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="400">
          {['a', 'b', 'c', 'd'].map((key) => (
            <SkeletonCard key={key} lines={2} />
          ))}
        </InlineGrid>
        <InlineGrid columns={{ xs: 1, lg: 3 }} gap="400">
          {['a', 'b', 'c'].map((key) => (
            <SkeletonCard key={key} lines={6} />
          ))}
        </InlineGrid>
      </BlockStack>
    </div>
  );
};
