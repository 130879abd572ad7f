import { BlockStack, Box, Button, Card, Checkbox, InlineStack, Text } from '@shopify/polaris';
import type { SettingValues } from '../../../policy/settings.ts';
import { htmlPage, type PageText, pageText, plainPage } from '../../../policy/texts/page-text.ts';
import type { Policy, Settings } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { toast } from '../app-bridge.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { t } from '../messages/index.ts';
import { replaceQuery, useLocation } from '../router/location.ts';
import { useShop } from '../shop/shop-context.tsx';

const EVERY_MS = 30_000;

const textOf = (settings: Settings): PageText =>
  pageText(
    settings as unknown as SettingValues,
    (settings.markets ?? {}) as Readonly<Record<string, Partial<SettingValues>>>,
  );

const copy = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    toast(t('policy-text.copied'));
  } catch {
    // A frame that may not write to the clipboard: the text stays there to be marked.
    toast(t('policy-text.not-copied'), { isError: true });
  }
};

const Written = ({ text }: { text: PageText }) => {
  const { country } = useShop();
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
                        {t('policy-text.in-market', { country: country(market.country), text: market.text })}
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
  const wantsDraft = useLocation().query.get('of') === 'draft';
  return (
    <PageFrame
      title={t('policy-text.title')}
      subtitle={t('policy-text.subtitle')}
      back={{ content: t('policy.title'), url: '/policy' }}
    >
      <Loaded resource={policy} skeleton={<SkeletonCards cards={[6, 6, 6]} />}>
        {({ draft, current }) => {
          const text = textOf(wantsDraft && draft !== null ? draft.settings : current.settings);
          return <Shown text={text} draft={draft === null ? null : wantsDraft} />;
        }}
      </Loaded>
    </PageFrame>
  );
}

/** @param draft whether the draft is shown; null: there is none */
const Shown = ({ text, draft }: { text: PageText; draft: boolean | null }) => {
  const { country } = useShop();
  return (
    <BlockStack gap="400">
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <InlineStack gap="200" blockAlign="center">
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
      <Written text={text} />
    </BlockStack>
  );
};
