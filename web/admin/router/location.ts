import { useSyncExternalStore } from 'react';

/**
 * The address in the frame. App Bridge watches the history and shows the same path in Shopify admin's address bar, so
 * links into the app, reload and the back button work there.
 */
const CHANGED = 'makegood:navigated';

/** `id_token`, `hmac` and the like come with the document once and must not stay in the history. */
const current = (): string => `${window.location.pathname}${window.location.search}`;

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGED, listener);
  };
};

/** Asked before a page with unsaved work is left; false stays. */
type Leaving = () => Promise<boolean>;
let leaving: Leaving | null = null;

/** @returns lets go again */
export const holdNavigation = (ask: Leaving): (() => void) => {
  leaving = ask;
  return () => {
    if (leaving === ask) leaving = null;
  };
};

export const navigate = (to: string, options: { replace?: boolean } = {}): void => {
  if (to === current()) return;
  if (leaving === null || options.replace) go(to, options);
  else
    void leaving().then((fine) => {
      if (!fine) return;
      leaving = null;
      go(to, options);
    });
};

const go = (to: string, options: { replace?: boolean }): void => {
  if (options.replace) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  window.dispatchEvent(new Event(CHANGED));
  if (!options.replace) window.scrollTo(0, 0);
};

export type AppLocation = Readonly<{ path: string; query: URLSearchParams }>;

export const useLocation = (): AppLocation => {
  const [path = '/', search = ''] = useSyncExternalStore(subscribe, current).split('?');
  return { path, query: new URLSearchParams(search) };
};

const withQuery = (changes: Readonly<Record<string, string | null>>): string => {
  const query = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return `${window.location.pathname}${text === '' ? '' : `?${text}`}`;
};

/** Changes filters in the address without a new entry in the history; empty values leave it. */
export const replaceQuery = (changes: Readonly<Record<string, string | null>>): void =>
  navigate(withQuery(changes), { replace: true });

/** As `replaceQuery`, where each value is a place of its own that the back button leads to. */
export const pushQuery = (changes: Readonly<Record<string, string | null>>): void => navigate(withQuery(changes));
