import { AppProvider, Box, Page } from '@shopify/polaris';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import type { Me } from '../edge/admin/contract.ts';
import { useResource } from './api/use-resource.ts';
import { onAdminNavigation } from './app-bridge.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { ProblemBanner } from './components/problem-banner.tsx';
import { RoleNotice } from './components/role-notice.tsx';
import { SkeletonCards } from './components/skeletons.tsx';
import { t } from './messages/index.ts';
import { polarisWords } from './messages/polaris.ts';
import { AppLink } from './router/app-link.tsx';
import { navigate, useLocation } from './router/location.ts';
import { matchPage, type PageName } from './router/match.ts';
import { ShopProvider } from './shop/shop-context.tsx';

/** Each page is loaded when it is opened first. */
const PAGES: Readonly<Record<PageName, ComponentType<{ id: string }>>> = {
  home: lazy(() => import('./pages/home.tsx')),
  cases: lazy(() => import('./pages/cases.tsx')),
  case: lazy(() => import('./pages/case.tsx')),
  orders: lazy(() => import('./pages/orders.tsx')),
  order: lazy(() => import('./pages/order.tsx')),
  approvals: lazy(() => import('./pages/approvals.tsx')),
  parked: lazy(() => import('./pages/parked.tsx')),
  desk: lazy(() => import('./pages/desk.tsx')),
  audit: lazy(() => import('./pages/audit.tsx')),
  people: lazy(() => import('./pages/people.tsx')),
  settings: lazy(() => import('./pages/settings.tsx')),
  mails: lazy(() => import('./pages/mails.tsx')),
  'set-up': lazy(() => import('./pages/set-up.tsx')),
  data: lazy(() => import('./pages/data.tsx')),
  policy: lazy(() => import('./pages/policy.tsx')),
  'policy-versions': lazy(() => import('./pages/policy-versions.tsx')),
  'policy-text': lazy(() => import('./pages/policy-text.tsx')),
  'policy-set-up': lazy(() => import('./pages/policy-set-up.tsx')),
};
const NotFound = lazy(() => import('./pages/not-found.tsx'));

/** Drawn by Shopify admin beside the page; the app's own name there leads home. */
const AdminNav = () => (
  <s-app-nav>
    <s-link href="/cases">{t('nav.cases')}</s-link>
    <s-link href="/approvals">{t('nav.approvals')}</s-link>
    <s-link href="/orders">{t('nav.orders')}</s-link>
    <s-link href="/policy">{t('nav.policy')}</s-link>
    <s-link href="/desk">{t('nav.desk')}</s-link>
    <s-link href="/parked">{t('nav.parked')}</s-link>
    <s-link href="/audit">{t('nav.audit')}</s-link>
    <s-link href="/people">{t('nav.people')}</s-link>
    <s-link href="/mails">{t('nav.mails')}</s-link>
    <s-link href="/settings">{t('nav.settings')}</s-link>
    <s-link href="/data">{t('nav.data')}</s-link>
  </s-app-nav>
);

const Waiting = () => (
  <Page>
    <SkeletonCards cards={[3, 8]} />
  </Page>
);

/** Who looks and how the shop writes things changes rarely: asked for once a minute. */
const ME_EVERY_MS = 60_000;

export const App = () => {
  const { path } = useLocation();
  const me = useResource<Me>('/me', ME_EVERY_MS);
  useEffect(() => onAdminNavigation(navigate), []);
  const match = matchPage(path);
  const PageOf = match === null ? NotFound : PAGES[match.page];

  return (
    <AppProvider i18n={polarisWords()} linkComponent={AppLink}>
      <AdminNav />
      <ShopProvider me={me.data}>
        <main>
          {me.data === null && me.error ? (
            <Page>
              <ProblemBanner error={me.error} action={{ content: t('app.reload'), onAction: me.refresh }} />
            </Page>
          ) : (
            <ErrorBoundary resetKey={path}>
              <RoleNotice me={me.data} />
              <Suspense fallback={<Waiting />}>
                <PageOf key={path} id={match?.id ?? ''} />
              </Suspense>
            </ErrorBoundary>
          )}
          <Box paddingBlockEnd="800" />
        </main>
      </ShopProvider>
    </AppProvider>
  );
};
