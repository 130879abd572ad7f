import { BlockStack, Button, Card, InlineGrid, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { type ReactNode, useMemo, useState } from 'react';
import type { Mails } from '../../edge/admin/contract/mails.ts';
import { useResource } from '../api/use-resource.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { SaveBar } from '../components/save-bar.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { useEdits } from '../components/use-edits.ts';
import { language as readersLanguage, t, word } from '../messages/index.ts';
import { fieldError } from '../words/field-error.ts';
import { mailWord } from '../words/mail-word.ts';
import { DeadAddresses, SenderAdvice } from './mails/delivery.tsx';
import { Logo } from './mails/logo.tsx';
import { Preview } from './mails/preview.tsx';

type Language = 'en' | 'de';
const LANGUAGES: readonly Language[] = ['en', 'de'];
/** The look of mails by name, and a shop's own texts by language and word; null: the text that Makegood has. */
type Form = Readonly<{ replyTo: string; accent: string; language: string }> & Readonly<Record<string, string | null>>;

const textName = (language: Language, word: string): string => `${language} ${word}`;

const formOf = (mails: Mails): Form => ({
  replyTo: mails.replyTo ?? '',
  accent: mails.accent,
  language: mails.language,
  ...Object.fromEntries(
    mails.templates.flatMap(({ texts }) =>
      LANGUAGES.flatMap((language) => texts[language].map(({ word: name, own }) => [textName(language, name), own])),
    ),
  ),
});

/** Of one language. */
const ownTexts = (mails: Mails, form: Form, language: Language): Record<string, string> =>
  Object.fromEntries(
    mails.templates.flatMap(({ texts }) =>
      texts[language].flatMap(({ word: name }) => {
        const own = form[textName(language, name)] ?? null;
        return own === null ? [] : [[name, own] as const];
      }),
    ),
  );

export const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="400">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  </Card>
);

const languageName = (language: Language): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

const Body = ({ mails, refresh }: { mails: Mails; refresh: () => void }) => {
  const [template, setTemplate] = useState('rma-issued');
  const [language, setLanguage] = useState<Language>(
    mails.language === 'customer' ? readersLanguage() : mails.language,
  );
  const { shown, save, ...edits } = useEdits(
    formOf(mails),
    mails.version,
    '/mails',
    useMemo(() => ({ message: t('mails.saved'), after: refresh }), [refresh]),
  );
  const problemAt = (path: string): string | undefined =>
    fieldError(save.error, (at) => at === path || at.startsWith(`${path}.`));
  const submit = async (): Promise<void> => {
    const replyTo = shown.replyTo.trim();
    const body = {
      accent: shown.accent,
      language: shown.language,
      replyTo: replyTo === '' ? null : replyTo,
      texts: { en: ownTexts(mails, shown, 'en'), de: ownTexts(mails, shown, 'de') },
    };
    await save.run(body);
  };
  const setText = (name: string, text: string | null): void => edits.change(textName(language, name), text);
  const texts = mails.templates.find(({ name }) => name === template)?.texts[language] ?? [];
  const disabled = !mails.mayEdit;
  return (
    <BlockStack gap="400">
      <SaveBar
        id="mails-save-bar"
        open={edits.changed.length > 0}
        busy={save.busy}
        save={t('mails.save')}
        onSave={() => void submit()}
        onDiscard={edits.discard}
      />
      {disabled && <Text as="p">{t('mails.read-only')}</Text>}
      {save.error && <ProblemBanner error={save.error} onDismiss={save.clear} />}
      <Section title={t('mails.look')}>
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="400">
          <TextField
            label={t('mails.reply-to')}
            helpText={t('mails.reply-to.help', { email: mails.contactEmail })}
            value={shown.replyTo}
            onChange={(replyTo) => edits.change('replyTo', replyTo)}
            error={problemAt('replyTo')}
            disabled={disabled}
            readOnly={save.busy}
            autoComplete="off"
          />
          <TextField
            label={t('mails.accent')}
            helpText={t('mails.accent.help')}
            value={shown.accent}
            onChange={(accent) => edits.change('accent', accent)}
            error={problemAt('accent')}
            disabled={disabled}
            readOnly={save.busy}
            autoComplete="off"
          />
          <Select
            label={t('mails.language')}
            options={(['customer', 'en', 'de'] as const).map((value) => ({
              value,
              label: t(`mails.language.${value}`),
            }))}
            value={shown.language}
            onChange={(value) => edits.change('language', value)}
            disabled={disabled || save.busy}
          />
        </InlineGrid>
        <Logo mails={mails} refresh={refresh} />
      </Section>
      <Section title={t('mails.texts')}>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          <Select
            label={t('mails.template')}
            options={mails.templates.map(({ name }) => ({
              value: name,
              label: name === 'shared' ? t('mails.shared') : word('about', name),
            }))}
            value={template}
            onChange={setTemplate}
          />
          <Select
            label={t('mails.text-language')}
            options={LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
            value={language}
            onChange={(value) => setLanguage(value as Language)}
          />
        </InlineGrid>
        {texts.map(({ word: name, text, placeholders }) => {
          const own = shown[textName(language, name)] ?? undefined;
          return (
            <TextField
              key={`${language}-${name}`}
              label={mailWord(name)}
              value={own ?? text}
              onChange={(value) => setText(name, value === text ? null : value)}
              helpText={
                placeholders.length === 0
                  ? undefined
                  : t('mails.placeholders', { names: placeholders.map((one) => `{${one}}`).join(', ') })
              }
              error={problemAt(`texts.${language}.${name}`)}
              connectedRight={
                own === undefined || disabled ? undefined : (
                  <Button onClick={() => setText(name, null)} disabled={save.busy}>
                    {t('mails.reset')}
                  </Button>
                )
              }
              multiline={text.length > 70 ? 2 : undefined}
              disabled={disabled}
              readOnly={save.busy}
              autoComplete="off"
            />
          );
        })}
      </Section>
      <Preview
        template={template === 'shared' ? 'rma-issued' : template}
        language={language}
        texts={ownTexts(mails, shown, language)}
        accent={shown.accent}
      />
      <DeadAddresses mails={mails} refresh={refresh} />
      <SenderAdvice mails={mails} />
      <InlineStack />
    </BlockStack>
  );
};

export default function MailsPage() {
  const mails = useResource<Mails>('/mails', 30_000);
  return (
    <PageFrame title={t('mails.title')}>
      <Loaded resource={mails} skeleton={<SkeletonCards cards={[4, 8, 6]} />}>
        {(data) => <Body mails={data} refresh={mails.refresh} />}
      </Loaded>
    </PageFrame>
  );
}
