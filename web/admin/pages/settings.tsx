import { BlockStack, Button, Card, InlineGrid, InlineStack, Text, TextField } from '@shopify/polaris';
import { type ReactNode, useMemo } from 'react';
import type { ShopSettings } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { SaveBar } from '../components/save-bar.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { useEdits } from '../components/use-edits.ts';
import { t } from '../messages/index.ts';
import { fieldError } from '../words/field-error.ts';
import { LanguageModel } from './settings/language-model.tsx';
import { SlackConnection } from './settings/slack-connection.tsx';
import { TestMail } from './settings/test-mail.tsx';

/** What is typed, all as text. */
type Form = Readonly<{
  mailFrom: string;
  contactEmail: string;
  returnAddress: string;
  slackChannel: string;
  approvalsChannel: string;
  slackListFrom: string;
  webhookDays: string;
  photoDays: string;
  personalDays: string;
}>;

const formOf = (settings: ShopSettings): Form => ({
  mailFrom: settings.mailFrom,
  contactEmail: settings.contactEmail,
  returnAddress: settings.returnAddress.join('\n'),
  slackChannel: settings.slack.channel ?? '',
  approvalsChannel: settings.slack.approvalsChannel ?? '',
  slackListFrom: String(settings.slack.listFrom),
  webhookDays: String(settings.retention.webhookDays),
  photoDays: String(settings.retention.photoDays ?? ''),
  personalDays: String(settings.retention.personalDays ?? ''),
});

const RETENTION = ['webhookDays', 'photoDays', 'personalDays'] as const;

/** What is no number goes as it was typed and is refused by name. */
const numberOf = (text: string): unknown =>
  text.trim() === '' || Number.isNaN(Number(text)) ? text.trim() : Number(text);

type Field = keyof Form;

const isRetention = (name: Field): boolean => (RETENTION as readonly Field[]).includes(name);

/** An empty field keeps without end. */
const daysOf = (text: string): unknown => (text.trim() === '' ? null : numberOf(text));

const fieldValue = (name: Field, text: string): unknown => {
  if (name === 'slackListFrom') return numberOf(text);
  if (name !== 'returnAddress') return text.trim();
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
};

/** Only what differs from what is stored: an owner who changes an address says nothing about channels. */
const changesOf = (form: Form, changed: readonly Field[]): Record<string, unknown> => ({
  ...(changed.some(isRetention)
    ? { retention: Object.fromEntries(changed.filter(isRetention).map((name) => [name, daysOf(form[name])])) }
    : {}),
  ...Object.fromEntries(
    changed.filter((name) => !isRetention(name)).map((name) => [name, fieldValue(name, form[name])]),
  ),
});

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="400">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);

const Body = ({ settings, refresh }: { settings: ShopSettings; refresh: () => void }) => {
  const stored = formOf(settings);
  const { shown, save, ...edits } = useEdits(
    stored,
    settings.version,
    '/settings',
    useMemo(() => ({ message: t('settings.saved'), after: refresh }), [refresh]),
  );
  const changed = edits.changed.filter((name) => shown[name].trim() !== stored[name].trim());
  const field = (name: Field, label: string, helpText?: string, multiline?: number) => (
    <TextField
      label={label}
      helpText={helpText}
      value={shown[name]}
      onChange={(value) => edits.change(name, value)}
      disabled={!settings.mayEdit}
      readOnly={save.busy}
      error={fieldError(save.error, (path) => path.endsWith(name) || path.includes(`${name}.`))}
      multiline={multiline}
      autoComplete="off"
    />
  );
  const { slack } = settings;
  return (
    <BlockStack gap="400">
      <SaveBar
        id="settings-save-bar"
        open={changed.length > 0}
        busy={save.busy}
        save={t('settings.save')}
        onSave={() => void save.run(changesOf(shown, changed))}
        onDiscard={edits.discard}
      />
      {!settings.mayEdit && <Text as="p">{t('settings.read-only')}</Text>}
      {save.error && <ProblemBanner error={save.error} onDismiss={save.clear} />}
      <Section title={t('settings.mail')}>
        {field('mailFrom', t('settings.mail.from'), t('settings.mail.from.help'))}
        {field('contactEmail', t('settings.mail.contact'))}
        <TestMail settings={settings} refresh={refresh} />
      </Section>
      <Section title={t('settings.address')}>
        {field('returnAddress', t('settings.address'), t('settings.address.help'), 4)}
      </Section>
      <Section title={t('settings.slack')}>
        <SlackConnection settings={settings} refresh={refresh} />
        {slack.connected && (
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
            {field('slackChannel', t('settings.slack.channel'), t('settings.slack.channel.help'))}
            {field('approvalsChannel', t('settings.slack.approvals'), t('settings.slack.channel.help'))}
            {field('slackListFrom', t('settings.slack.list'), t('settings.slack.list.help'))}
          </InlineGrid>
        )}
      </Section>
      {settings.mayEdit && <LanguageModel />}
      <Section title={t('settings.limits')}>
        <Text as="p">{t('settings.limits.help')}</Text>
        <InlineStack>
          <Button url="/policy?section=approvals">{t('settings.limits.go')}</Button>
        </InlineStack>
      </Section>
      <Section title={t('settings.data')}>
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
          {field('webhookDays', t('settings.keep.messages'), t('settings.keep.messages.help'))}
          {field('photoDays', t('settings.keep.photos'), t('settings.keep.photos.help'))}
          {field('personalDays', t('settings.keep.people'), t('settings.keep.people.help'))}
        </InlineGrid>
        <Text as="p">{t('settings.data.help')}</Text>
        <InlineStack>
          <Button url="/audit">{t('settings.data.export')}</Button>
        </InlineStack>
      </Section>
    </BlockStack>
  );
};

export default function Settings() {
  const settings = useResource<ShopSettings>('/settings', 15_000);
  return (
    <PageFrame title={t('settings.title')}>
      <Loaded resource={settings} skeleton={<SkeletonCards cards={[6, 5, 4, 2]} />}>
        {(data) => <Body settings={data} refresh={settings.refresh} />}
      </Loaded>
    </PageFrame>
  );
}
