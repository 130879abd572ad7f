/// <reference types="vite/client" />

/** Elements that App Bridge knows; it draws them in Shopify admin, outside this page. */
type AppBridgeElement = import('react').DetailedHTMLProps<import('react').HTMLAttributes<HTMLElement>, HTMLElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      's-app-nav': AppBridgeElement;
      's-link': AppBridgeElement & { href: string };
      'ui-save-bar': AppBridgeElement;
    }
  }
}

export {};
