import { BlockStack, Box, Button, Card, Checkbox, InlineStack, Select, Text } from '@shopify/polaris';
import type { SettingValues } from '../../../policy/settings.ts';
import { htmlPage, type PageText, pageText, plainPage } from '../../../policy/texts/page-text.ts';
import type { Policy, Settings } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { toast } from '../app-bridge.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { language, t } from '../messages/index.ts';
import { LANGUAGES, type Language } from '../messages/languages.ts';
import { replaceQuery, useLocation } from '../router/location.ts';

const EVERY_MS = 30_000;

const textOf = (settings: Settings, inLanguage: Language): PageText =>
  pageText(
    settings as unknown as SettingValues,
    (settings.markets ?? {}) as Readonly<Record<string, Partial<SettingValues>>>,
    inLanguage,
  );

/** Countries in the language of the text, whoever reads the page. */
const countriesIn = (inLanguage: Language): ((code: string) => string) => {
  const names = new Intl.DisplayNames([inLanguage], { type: 'region', fallback: 'code' });
  return (code) => names.of(code) ?? code;
};

const copy = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    toast(t('policy-text.copied'));
  } catch {
    // A frame that may not write to the clipboard: the text stays there to be marked.
    toast(t('policy-text.not-copied'), { isError: true });
  }
};

const Written = ({ text, inLanguage }: { text: PageText; inLanguage: Language }) => {
  const country = countriesIn(inLanguage);
  return (
    <Card>
      <BlockStack gap="400">
        {text.map(({ section, items }) => (
          <BlockStack gap="200" key={section}>
            <Text as="h2" variant="headingMd">
              {section}
            </Text>
            <BlockStack as="ul" gap="200">
              {items.map((item) => (
                <li key={item.clause}>
                  <BlockStack gap="050">
                    <Text as="p">{item.text}</Text>
                    {item.markets.map((market) => (
                      <Text as="p" key={market.country} fontWeight="medium">
                        {`${country(market.country)}: ${market.text}`}
                      </Text>
                    ))}
                  </BlockStack>
                </li>
              ))}
            </BlockStack>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
};

/** The policy as customers read it, to be copied to a page of the storefront. */
export default function PolicyTextPage() {
  const policy = useResource<Policy>('/policy', EVERY_MS);
  const { query } = useLocation();
  const wantsDraft = query.get('of') === 'draft';
  const inLanguage = LANGUAGES.find((one) => one === query.get('language')) ?? language();
  return (
    <PageFrame
      title={t('policy-text.title')}
      subtitle={t('policy-text.subtitle')}
      back={{ content: t('policy.title'), url: '/policy' }}
    >
      <Loaded resource={policy} skeleton={<SkeletonCards cards={[6, 6, 6]} />}>
        {({ draft, current }) => {
          const text = textOf(wantsDraft && draft !== null ? draft.settings : current.settings, inLanguage);
          return <Shown text={text} inLanguage={inLanguage} draft={draft === null ? null : wantsDraft} />;
        }}
      </Loaded>
    </PageFrame>
  );
}

/** @param draft whether the draft is shown; null: there is none */
const Shown = ({ text, inLanguage, draft }: { text: PageText; inLanguage: Language; draft: boolean | null }) => {
  const country = countriesIn(inLanguage);
  return (
    <BlockStack gap="400">
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <InlineStack gap="200" blockAlign="center">
          <Select
            label={t('policy-text.language')}
            labelInline
            options={LANGUAGES.map((each) => ({ value: each, label: t(`language.${each}`) }))}
            value={inLanguage}
            onChange={(chosen) => replaceQuery({ language: chosen })}
          />
          <Button variant="primary" onClick={() => void copy(plainPage(text, country))}>
            {t('policy-text.copy')}
          </Button>
          <Button onClick={() => void copy(htmlPage(text, country))}>{t('policy-text.copy-html')}</Button>
          {draft !== null && (
            <Checkbox
              label={t('policy-text.draft')}
              checked={draft}
              onChange={(of) => replaceQuery({ of: of ? 'draft' : null })}
            />
          )}
        </InlineStack>
      </Box>
      <Written text={text} inLanguage={inLanguage} />
    </BlockStack>
  );
};
