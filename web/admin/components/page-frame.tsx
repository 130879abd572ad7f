import { Page, type PageProps } from '@shopify/polaris';
import { type ReactNode, useEffect } from 'react';

type Props = Readonly<{
  title: string;
  subtitle?: string;
  /** Where a sub-page goes back to. */
  back?: { content: string; url: string };
  titleMetadata?: PageProps['titleMetadata'];
  fullWidth?: boolean;
  /** Links and buttons beside the title. */
  actions?: PageProps['secondaryActions'];
  children: ReactNode;
}>;

/** A page with its title in the document too, where App Bridge reads it for Shopify admin's title bar. */
export const PageFrame = ({ title, subtitle, back, titleMetadata, fullWidth, actions, children }: Props) => {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <Page
      title={title}
      subtitle={subtitle}
      backAction={back}
      titleMetadata={titleMetadata}
      fullWidth={fullWidth}
      secondaryActions={actions}
    >
      {children}
    </Page>
  );
};
