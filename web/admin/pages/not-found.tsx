import { EmptyCard } from '../components/empty.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { t } from '../messages/index.ts';

export default function NotFound() {
  return (
    <PageFrame title={t('app.not-found.title')}>
      <EmptyCard
        title={t('app.not-found.title')}
        text={t('app.not-found.text')}
        action={{ content: t('nav.cases'), url: '/cases' }}
      />
    </PageFrame>
  );
}
