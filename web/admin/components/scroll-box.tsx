import type { ReactNode } from 'react';

/** A table too wide for a phone scrolls in here, never the page; focusable, so that keys can scroll it. */
export const ScrollBox = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
  <section className="mg-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
