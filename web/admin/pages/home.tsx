import { Banner, BlockStack, Button, Card, InlineGrid, InlineStack, Link, Text } from '@shopify/polaris';
import type { Home as HomeJson } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { CaseTable } from '../components/case-table.tsx';
import { EmptyCard } from '../components/empty.tsx';
import { Loaded } from '../components/loaded.tsx';
import { LookBadge } from '../components/look-badge.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { SkeletonCard, SkeletonCards } from '../components/skeletons.tsx';
import { t, tn } from '../messages/index.ts';
import { useShop } from '../shop/shop-context.tsx';
import { FiguresSection } from './home/figures.tsx';
import { SetUpCard } from './home/set-up-card.tsx';

const NeedsPerson = ({ home }: { home: HomeJson }) => {
  const waiting = [
    {
      count: home.approvals.length,
      key: 'home.approvals',
      text: tn('home.approvals', home.approvals.length),
      url: '/approvals',
      open: t('home.approvals.open'),
    },
    ...(['overdue', 'waiting'] as const).map((name) => {
      const { count, more } = home[name];
      return {
        count,
        key: `home.${name}` as const,
        text: more ? t(`home.${name}.more`, { count }) : tn(`home.${name}`, count),
        url: `/cases?view=${name}`,
        open: t(`home.${name}.open`),
      };
    }),
    {
      count: home.parkedCount,
      key: 'home.parked',
      text: tn('home.parked', home.parkedCount),
      url: '/parked',
      open: t('home.parked.open'),
    },
  ] as const;
  const some = waiting.filter(({ count }) => count > 0);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('home.needs-you')}
        </Text>
        {some.length === 0 ? (
          <BlockStack gap="100">
            <Text as="p">{t('home.nothing')}</Text>
            <Text as="p" tone="subdued">
              {t('home.nothing.text')}
            </Text>
          </BlockStack>
        ) : (
          some.map(({ key, text, url, open }) => (
            <InlineStack key={key} align="space-between" blockAlign="center" gap="200">
              <Text as="p" variant="bodyLg" fontWeight="medium">
                {text}
              </Text>
              <Button url={url} variant={key === 'home.approvals' ? 'primary' : undefined}>
                {open}
              </Button>
            </InlineStack>
          ))
        )}
      </BlockStack>
    </Card>
  );
};

const OpenCases = ({ counts }: Pick<HomeJson, 'counts'>) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {t('home.open-by-state')}
      </Text>
      {counts.length === 0 && <Text as="p">{t('home.open.none')}</Text>}
      <BlockStack as="ul" gap="200">
        {counts.map(({ state, count }) => (
          <li key={state}>
            <InlineStack align="space-between" blockAlign="center">
              <Link url={`/cases?state=${encodeURIComponent(state)}`} monochrome removeUnderline>
                <LookBadge group="state" value={state} />
              </Link>
              <Text as="span" numeric fontWeight="semibold">
                {count}
              </Text>
            </InlineStack>
          </li>
        ))}
      </BlockStack>
    </BlockStack>
  </Card>
);

const Body = ({ home, refresh }: { home: HomeJson; refresh: () => void }) => {
  const { me } = useShop();
  return (
    <BlockStack gap="400">
      {home.setUp !== null && <SetUpCard setUp={home.setUp} refresh={refresh} />}
      {home.setUp === null && !me.shop.slackConnected && (
        <Banner title={t('home.slack.title')}>
          <Text as="p">{t('home.slack.text')}</Text>
        </Banner>
      )}
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
        <NeedsPerson home={home} />
        <OpenCases counts={home.counts} />
      </InlineGrid>
      {home.recent.length === 0 ? (
        <EmptyCard
          title={t('home.empty.title')}
          text={t('home.empty.text')}
          action={{ content: t('home.empty.action'), url: '/orders' }}
        />
      ) : (
        <Card padding="0">
          <div className="mg-card-head">
            <InlineStack align="space-between" blockAlign="center">
              <Text as="h2" variant="headingMd">
                {t('home.recent')}
              </Text>
              <Button variant="plain" url="/cases?view=all">
                {t('home.recent.all')}
              </Button>
            </InlineStack>
          </div>
          <CaseTable cases={home.recent} />
        </Card>
      )}
      <FiguresSection />
    </BlockStack>
  );
};

const Skeleton = () => (
  <BlockStack gap="400">
    <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
      <SkeletonCard lines={3} />
      <SkeletonCard lines={3} />
    </InlineGrid>
    <SkeletonCards cards={[10]} />
  </BlockStack>
);

export default function Home() {
  const home = useResource<HomeJson>('/home');
  return (
    <PageFrame title={t('home.title')} fullWidth>
      <Loaded resource={home} skeleton={<Skeleton />}>
        {(data) => <Body home={data} refresh={home.refresh} />}
      </Loaded>
    </PageFrame>
  );
}
