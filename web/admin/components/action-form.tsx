import { BlockStack, Button, InlineStack } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { t } from '../messages/index.ts';

type Props = Readonly<{
  /** On the button that sends. */
  send: string;
  submit: () => Promise<void>;
  /** It is being sent. */
  busy: boolean;
  /** Something is missing that sending would only be refused for. */
  disabled?: boolean;
  onClose: () => void;
  /** On the button that closes it. */
  close?: string;
  gap?: '200' | '300' | '400';
  children: ReactNode;
}>;

/** A form that somebody opened to do one thing: its fields, and below them the button that does it and one that closes it. */
export const ActionForm = ({
  send,
  submit,
  busy,
  disabled,
  onClose,
  close = t('steps.cancel'),
  gap = '300',
  children,
}: Props) => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      void submit();
    }}
  >
    <BlockStack gap={gap}>
      {children}
      <InlineStack gap="200">
        <Button submit variant="primary" loading={busy} disabled={disabled}>
          {send}
        </Button>
        <Button onClick={onClose} disabled={busy}>
          {close}
        </Button>
      </InlineStack>
    </BlockStack>
  </form>
);
