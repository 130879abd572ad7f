import { Badge } from '@shopify/polaris';
import { t } from '../messages/index.ts';
import { When } from './when.tsx';

/** When something is due, and in a word that it is over. */
export const Due = ({ at, overdue }: { at: string | null; overdue: boolean }) =>
  at === null ? null : (
    <span>
      <When at={at} /> {overdue && <Badge tone="warning">{t('case.overdue')}</Badge>}
    </span>
  );
