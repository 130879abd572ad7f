/** Pages by the shape of their address. `:id` stands for one segment. */
export const PATTERNS = {
  home: '/',
  cases: '/cases',
  case: '/cases/:id',
  orders: '/orders',
  order: '/orders/:id',
  approvals: '/approvals',
  parked: '/parked',
  desk: '/desk',
  audit: '/audit',
  people: '/people',
  settings: '/settings',
  mails: '/mails',
  'set-up': '/set-up',
  data: '/data',
  policy: '/policy',
  'policy-versions': '/policy/versions',
  'policy-text': '/policy/text',
  'policy-set-up': '/policy/set-up',
} as const;

export type PageName = keyof typeof PATTERNS;
export type Match = Readonly<{ page: PageName; id: string | null }>;

const segments = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
};

const tryMatch = (page: PageName, path: string): Match | null => {
  const [wanted, given] = [segments(PATTERNS[page]), segments(path)];
  if (wanted.length !== given.length) return null;
  let id: string | null = null;
  for (const [at, segment] of wanted.entries()) {
    const actual = given[at] ?? '';
    if (segment === ':id') {
      id = decoded(actual);
      if (id === null) return null;
    } else if (segment !== actual) return null;
  }
  return { page, id };
};

/** Which page an address means; null: none. */
export const matchPage = (path: string): Match | null => {
  for (const page of Object.keys(PATTERNS) as PageName[]) {
    const match = tryMatch(page, path);
    if (match !== null) return match;
  }
  return null;
};

export const casePath = (id: string): string => `/cases/${encodeURIComponent(id)}`;
export const orderPath = (id: string): string => `/orders/${encodeURIComponent(id)}`;
