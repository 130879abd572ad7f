import { Banner, BlockStack, Box, Card, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { SettingValues } from '../../../policy/settings.ts';
import { customerSentences } from '../../../policy/texts/customer-text.ts';
import type { PolicyDraft, Policy as PolicyJson } from '../../edge/admin/contract.ts';
import { write } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { SaveBar } from '../components/save-bar.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { When } from '../components/when.tsx';
import { language, t } from '../messages/index.ts';
import { useLocation } from '../router/location.ts';
import { useShop } from '../shop/shop-context.tsx';
import { BacktestCard } from './policy/backtest-card.tsx';
import { ClauseCard } from './policy/clause-card.tsx';
import { DraftCard } from './policy/draft-card.tsx';
import {
  collectionScope,
  countriesOf,
  ownAt,
  type PolicyForm,
  productsOf,
  usePolicyForm,
  withoutScope,
} from './policy/form.ts';
import { ScopeBar } from './policy/scope-bar.tsx';
import { groupsOf, SECTIONS, type Section } from './policy/sections.ts';

/** Settings change seldom, and a stale write is refused anyway. */
const EVERY_MS = 10_000;

const InForce = ({ policy }: { policy: PolicyJson }) => {
  const { instant } = useShop();
  const { number, publishedAt, effectiveAt } = policy.current;
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <Text as="p" tone="subdued">
        {publishedAt === null ? (
          t('policy.in-force.first')
        ) : (
          <>
            {t('policy.in-force', { number })} <When at={effectiveAt} />
          </>
        )}
      </Text>
      {policy.scheduled.map((next) => (
        <Text as="p" key={next.number}>
          {t('policy.scheduled', { number: next.number, at: instant(next.effectiveAt) })}
        </Text>
      ))}
      {!policy.mayEdit && <Text as="p">{t('policy.read-only')}</Text>}
    </Box>
  );
};

const Settings = ({ policy, form }: { policy: PolicyJson; form: PolicyForm }) => {
  const { query } = useLocation();
  const section = SECTIONS.find((one) => one === query.get('section')) ?? SECTIONS[0];
  const asked = query.get('market');
  const product = /^\d{1,20}$/.exec(query.get('product') ?? '')?.[0] ?? null;
  const collection = /^\d{1,20}$/.exec(query.get('collection') ?? '')?.[0] ?? null;
  const market = asked !== null && /^[A-Z]{2}$/.test(asked) ? asked : null;
  const scope = product ?? (collection === null ? market : collectionScope(collection));
  const values = { ...form.settings, ...ownAt(form.settings, scope) } as unknown as SettingValues;
  const told = customerSentences(values, language());
  const settings =
    scope === null
      ? policy.settings
      : policy.settings.filter((one) => one.overridable.includes(scope === market ? 'market' : 'product'));
  // For one country only what its own law says.
  const law = policy.law.filter(({ area }) => market === null || policy.lawCountries[area].includes(market));
  const groups = groupsOf(section as Section, settings);
  return (
    <BlockStack gap="400">
      <ScopeBar
        section={section}
        market={market}
        product={product}
        countries={countriesOf(form.settings)}
        products={productsOf(form.settings)}
        settings={form.settings}
        collection={collection}
        onChange={form.change}
        disabled={!policy.mayEdit}
        onRemove={(gone) => form.change(withoutScope(form.settings, gone))}
      />
      {groups.length === 0 && (
        <Card>
          <Text as="p">{t('policy.scope.none')}</Text>
        </Card>
      )}
      {groups.map((group) => (
        <ClauseCard
          key={`${scope} ${group.clause}`}
          group={group}
          form={form}
          market={scope}
          disabled={!policy.mayEdit}
          told={told}
          law={law}
        />
      ))}
    </BlockStack>
  );
};

const ACTIONS = [
  { content: t('policy.versions'), url: '/policy/versions' },
  { content: t('policy.text'), url: '/policy/text' },
  { content: t('policy.set-up'), url: '/policy/set-up' },
];

export default function Policy() {
  const resource = useResource<PolicyJson>('/policy', EVERY_MS);
  const form = usePolicyForm(resource.data);
  const { refresh } = resource;
  const saved = form?.saved;
  const save = useAction(
    useCallback(
      async (settings: object, version: number | null) => {
        saved?.(await write<PolicyDraft>('/policy/draft', { method: 'PUT', version, body: { settings } }));
      },
      [saved],
    ),
    useMemo(() => ({ message: t('policy.draft.saved.toast'), after: refresh }), [refresh]),
  );
  const discard = (): void => {
    form?.reset();
    save.clear();
    refresh();
  };
  const saveNow = async (): Promise<void> => {
    if (form !== null && form.bad.size === 0) await save.run(form.settings, form.restsOn);
  };

  return (
    <PageFrame title={t('policy.title')} actions={ACTIONS}>
      <Loaded resource={resource} skeleton={<SkeletonCards cards={[2, 3, 6, 6]} />}>
        {(policy) =>
          form === null ? null : (
            <BlockStack gap="400">
              <InForce policy={policy} />
              {save.error && (
                <ProblemBanner
                  error={save.error}
                  onDismiss={save.clear}
                  action={
                    save.error.problem.status === 412
                      ? { content: t('policy.draft.reload'), onAction: discard }
                      : undefined
                  }
                />
              )}
              {form.moved && !save.error && (
                <Banner tone="warning" action={{ content: t('policy.draft.reload'), onAction: discard }}>
                  <Text as="p">{t('policy.draft.moved')}</Text>
                </Banner>
              )}
              {form.bad.size > 0 && (
                <Text as="p" tone="critical">
                  {t('policy.field.bad')}
                </Text>
              )}
              {policy.draft && (
                <DraftCard policy={policy} draft={policy.draft} dirty={form.dirty} onChanged={refresh} />
              )}
              <BacktestCard policy={policy} dirty={form.dirty} />
              <Settings policy={policy} form={form} />
              <SaveBar
                id="policy-save-bar"
                open={form.dirty}
                busy={save.busy}
                save={t('policy.draft.save')}
                onSave={() => void saveNow()}
                onDiscard={discard}
              />
            </BlockStack>
          )
        }
      </Loaded>
    </PageFrame>
  );
}
