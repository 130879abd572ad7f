import { Component, type ReactNode } from 'react';
import { t } from '../messages/index.ts';
import { EmptyCard } from './empty.tsx';

/** A page that threw is replaced by words and a way on; navigating to another page (`resetKey`) starts afresh. */
export class ErrorBoundary extends Component<{ resetKey: string; children: ReactNode }, { failedAt: string | null }> {
  override state: { failedAt: string | null } = { failedAt: null };

  static getDerivedStateFromError(): { failedAt: string } {
    return { failedAt: '' };
  }

  override componentDidUpdate(before: { resetKey: string }): void {
    if (before.resetKey !== this.props.resetKey && this.state.failedAt !== null) this.setState({ failedAt: null });
  }

  override render(): ReactNode {
    if (this.state.failedAt === null) return this.props.children;
    return (
      <EmptyCard
        title={t('app.broken.title')}
        text={t('app.broken.text')}
        action={{ content: t('app.reload'), onAction: () => window.location.reload() }}
      />
    );
  }
}
