import type { UnstyledLinkProps } from '@shopify/polaris';
import { forwardRef, type MouseEvent } from 'react';
import { navigate } from './location.ts';

/** The rest are for the browser: a new tab, a download, another window. */
const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** What Polaris draws links with: inside the app they change the page without loading a document. */
export const AppLink = forwardRef<HTMLAnchorElement, UnstyledLinkProps>(function AppLink(
  { url, external, target, children, onClick, ...rest },
  ref,
) {
  const leaves = external === true || !url.startsWith('/') || (target !== undefined && target !== '_self');
  const { download, ...attributes } = rest;
  return (
    <a
      {...attributes}
      ref={ref}
      href={url}
      target={leaves ? (target ?? '_blank') : target}
      rel={leaves ? 'noopener noreferrer' : undefined}
      onClick={(event) => {
        onClick?.(event);
        if (leaves || event.defaultPrevented || !isPlainClick(event)) return;
        event.preventDefault();
        navigate(url);
      }}
    >
      {children}
    </a>
  );
});
