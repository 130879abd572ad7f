import { Banner, BlockStack, ChoiceList, Modal, Text, TextField } from '@shopify/polaris';
import { type RefObject, useCallback, useMemo, useState } from 'react';
import type { Policy, PolicyDraft } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { Changes } from './changes.tsx';

type Props = Readonly<{
  policy: Policy;
  draft: PolicyDraft;
  open: boolean;
  /** What opened it, and has the keyboard again once it is closed. */
  activator: RefObject<HTMLElement>;
  onClose: () => void;
  onPublished: () => void;
}>;

/** The calendar day in a zone, `2026-11-23`. */
const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days that surely lie within the server's two years. */
const DAYS_AHEAD = 729;

/** From when on the draft counts. The server has the last word on what is past. */
export const PublishDialog = ({ policy, draft, open, activator, onClose, onPublished }: Props) => {
  const { me, instant } = useShop();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [day, setDay] = useState('');
  const [asked, setAsked] = useState(false);
  const publish = useAction(
    useCallback(
      (effectiveOn: string | null) => write('/policy/publish', { version: draft.version, body: { effectiveOn } }),
      [draft.version],
    ),
    useMemo(() => ({ message: t('policy.publish.done'), after: onPublished }), [onPublished]),
  );
  const tomorrow = dayIn(me.shop.timeZone, new Date(Date.now() + DAY_MS));
  const last = dayIn(me.shop.timeZone, new Date(Date.now() + DAYS_AHEAD * DAY_MS));
  const bad = when === 'later' && !(/^\d{4}-\d{2}-\d{2}$/.test(day) && day >= tomorrow && day <= last);
  const confirm = async (): Promise<void> => {
    setAsked(true);
    if (!bad && (await publish.run(when === 'now' ? null : day))) onClose();
  };
  return (
    <Modal
      open={open}
      activator={activator}
      onClose={onClose}
      title={t('policy.publish.title')}
      primaryAction={{
        content: t('policy.publish.confirm'),
        loading: publish.busy,
        onAction: () => void confirm(),
      }}
      secondaryActions={[{ content: t('policy.publish.cancel'), onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {publish.error && <ProblemBanner error={publish.error} onDismiss={publish.clear} />}
          <Text as="p">{t('policy.publish.text')}</Text>
          <Changes changes={draft.changes} settings={policy.settings} />
          <ChoiceList
            title={t('policy.publish.when')}
            choices={[
              { label: t('policy.publish.now'), value: 'now' },
              { label: t('policy.publish.later'), value: 'later' },
            ]}
            selected={[when]}
            onChange={([next]) => setWhen(next === 'later' ? 'later' : 'now')}
          />
          {when === 'later' && (
            <TextField
              type="date"
              label={t('policy.publish.date', { zone: me.shop.timeZone })}
              value={day}
              min={tomorrow}
              max={last}
              onChange={setDay}
              error={asked && bad ? t('policy.publish.date.bad') : undefined}
              autoComplete="off"
            />
          )}
          {policy.scheduled.map(({ number, effectiveAt }) => (
            <Banner key={number} tone="warning">
              <Text as="p">{t('policy.publish.warning', { number, at: instant(effectiveAt) })}</Text>
            </Banner>
          ))}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
};
