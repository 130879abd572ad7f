import { Box } from '@shopify/polaris';
import type { ReactNode } from 'react';
import type { Resource } from '../api/use-resource.ts';
import { t } from '../messages/index.ts';
import { useShopIfKnown } from '../shop/shop-context.tsx';
import { EmptyCard } from './empty.tsx';
import { ProblemBanner } from './problem-banner.tsx';

/** A link to something that is not in this shop. */
const GoneCard = () => (
  <EmptyCard
    title={t('app.gone.title')}
    text={t('app.gone.text')}
    action={{ content: t('nav.cases'), url: '/cases' }}
  />
);

/**
 * Draws a resource once it and the shop are known: before that a skeleton of the same shape, and what went wrong where
 * it can't be read. Data that can't be read again stays, with a note above it.
 */
export const Loaded = <T,>({
  resource,
  skeleton,
  children,
}: {
  resource: Resource<T>;
  skeleton: ReactNode;
  children: (data: T) => ReactNode;
}) => {
  const shop = useShopIfKnown();
  const { data, error, refresh } = resource;
  const retry = { content: t('app.reload'), onAction: refresh };
  if (data === null || shop === null) {
    if (error?.problem.status === 404) return <GoneCard />;
    if (error) return <ProblemBanner error={error} action={retry} />;
    return (
      <div role="status" aria-busy="true" aria-label={t('app.loading')}>
        {skeleton}
      </div>
    );
  }
  // What is drawn keeps its place in the tree, whether the note is there or not: people have typed into it.
  return (
    <>
      {error && (
        <Box paddingBlockEnd="400">
          <ProblemBanner error={error} note={t('app.retrying')} action={retry} />
        </Box>
      )}
      {children(data)}
    </>
  );
};
