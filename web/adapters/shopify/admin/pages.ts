import { CallFailed } from '../../../../policy/app/ports.ts';

/** A page of a list, as Shopify answers it. */
export type Page<N> = Readonly<{
  pageInfo: Readonly<{ hasNextPage: boolean; endCursor: string | null }>;
  nodes: readonly N[];
}>;

/** What is said where Shopify promised more than it then tells. */
export const NOT_TOLD = 'shopify did not tell the rest of a list';

/**
 * A list of which the first page is here, as one page.
 * @param more  reads the page that follows a cursor; undefined: what it was the list of is gone
 * @throws CallFailed `unavailable` where a page that was promised can't be read
 */
export const allPages = async <N>(
  first: Page<N>,
  more: (after: string) => Promise<Page<N> | undefined>,
): Promise<Page<N>> => {
  let all = first;
  while (all.pageInfo.hasNextPage) {
    const { endCursor } = all.pageInfo;
    const next = endCursor ? await more(endCursor) : undefined;
    if (next === undefined) throw new CallFailed('unavailable', NOT_TOLD);
    all = { pageInfo: next.pageInfo, nodes: [...all.nodes, ...next.nodes] };
  }
  return all;
};
