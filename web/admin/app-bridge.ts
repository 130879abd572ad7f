/** What this app uses of the App Bridge script, which Shopify (or the sandbox) puts on `window` before anything here runs. */
export type AppBridge = Readonly<{
  /** A session token, fresh for about a minute. */
  idToken(): Promise<string>;
  toast?: Readonly<{ show(message: string, options?: { isError?: boolean; duration?: number }): unknown }>;
  /** The bar above the page that says that something is not saved; its buttons are those of a `ui-save-bar`. */
  saveBar?: Readonly<{
    show(id: string): Promise<void>;
    hide(id: string): Promise<void>;
    /** Asks whether to leave; resolves once that is fine. */
    leaveConfirmation?(): Promise<void>;
  }>;
  config?: Readonly<{ shop?: string; locale?: string }>;
}>;

declare global {
  interface Window {
    shopify?: AppBridge;
  }
}

/** Null where the page was opened outside Shopify admin. */
export const appBridge = (): AppBridge | null => window.shopify ?? null;

/** A short confirmation in Shopify admin's own place for it. */
export const toast = (message: string, options: { isError?: boolean } = {}): void => {
  appBridge()?.toast?.show(message, options);
};

/**
 * Shopify admin's navigation raises this on the link that was pressed, so that the app can go there without loading a
 * new document.
 * @returns stops listening
 */
export const onAdminNavigation = (go: (path: string) => void): (() => void) => {
  const listen = (event: Event): void => {
    const href = event.target instanceof Element ? event.target.getAttribute('href') : null;
    if (href === null) return;
    event.preventDefault();
    go(href);
  };
  document.addEventListener('shopify:navigate', listen);
  return () => document.removeEventListener('shopify:navigate', listen);
};
