import { GraphQLError } from 'graphql';

export type PageArgs = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
};

/** No list, page or array may be longer. */
export const MAX_PAGE = 250;

const cursorOf = (id: string): string =>
  Buffer.from(JSON.stringify({ last_id: Number(id), last_value: id })).toString('base64');
const idOfCursor = (cursor: string): string => {
  try {
    return String((JSON.parse(Buffer.from(cursor, 'base64').toString()) as { last_value: unknown }).last_value);
  } catch {
    throw new GraphQLError(`Invalid cursor for current pagination sort.`, { extensions: { code: 'BAD_REQUEST' } });
  }
};

/** A page of a list, oldest first unless reversed. */
export const connection = <T, N>(
  list: readonly T[],
  args: PageArgs,
  idOf: (item: T) => string,
  node: (item: T) => N = (item) => item as unknown as N,
) => {
  const { first, last, after, before } = args;
  if ((first ?? null) === null && (last ?? null) === null) {
    throw new GraphQLError('you must provide one of first or last', { extensions: { code: 'BAD_REQUEST' } });
  }
  for (const size of [first, last]) {
    if (size !== null && size !== undefined && size > MAX_PAGE) {
      const message = `The requested page size of ${size} is greater than the maximum allowed of ${MAX_PAGE}.`;
      throw new GraphQLError(message, { extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' } });
    }
    if (size !== null && size !== undefined && size < 0) {
      throw new GraphQLError('Page size must be positive', { extensions: { code: 'BAD_REQUEST' } });
    }
  }
  const all = args.reverse ? [...list].reverse() : [...list];
  const position = (cursor: string) => all.findIndex((item) => idOf(item) === idOfCursor(cursor));
  const from = after ? position(after) + 1 : 0;
  const to = before ? Math.max(0, position(before)) : all.length;
  const window = all.slice(from, to);
  const size = first ?? last ?? 0;
  const page =
    first !== null && first !== undefined ? window.slice(0, size) : window.slice(Math.max(0, window.length - size));
  const start = first !== null && first !== undefined ? from : to - page.length;
  const nodes = page.map(node);
  const cursors = page.map((item) => cursorOf(idOf(item)));
  return {
    nodes,
    edges: nodes.map((each, index) => ({ node: each, cursor: cursors[index] })),
    pageInfo: {
      hasNextPage: start + page.length < all.length,
      hasPreviousPage: start > 0,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
  };
};

export const firstOf = <T>(list: readonly T[], first?: number | null): readonly T[] =>
  first === null || first === undefined ? list : list.slice(0, first);
