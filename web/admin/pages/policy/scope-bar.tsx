import { BlockStack, Box, Button, Card, InlineGrid, InlineStack, Select } from '@shopify/polaris';
import { useState } from 'react';
import type { Settings } from '../../../edge/admin/contract.ts';
import { type MessageKey, t } from '../../messages/index.ts';
import { replaceQuery } from '../../router/location.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { CollectionScope } from './collection-scope.tsx';
import { ProductScope } from './product-scope.tsx';
import { SECTIONS, type Section } from './sections.ts';

/** Countries goods may go to, as the browser names them. ISO 3166; `Intl` has no list of its own. */
const COUNTRIES =
  'AD AE AL AM AR AT AU AZ BA BB BD BE BG BH BM BN BO BR BS BY CA CH CI CL CM CN CO CR CY CZ DE DK DO DZ EC EE EG ES FI FO FR GB GE GH GI GL GR GT HK HN HR HU ID IE IL IN IS IT JM JO JP KE KR KW KZ LB LI LK LT LU LV MA MC MD ME MK MT MU MX MY NG NI NL NO NP NZ OM PA PE PH PK PL PR PT PY QA RO RS SA SE SG SI SK SM SN SV TH TN TR TT TW TZ UA UG US UY UZ VA VE VN XK ZA ZM'.split(
    ' ',
  );

type Props = Readonly<{
  section: Section;
  market: string | null;
  /** Countries in which something differs. */
  countries: readonly string[];
  /** The digits of a product's id: its own values are shown. */
  product: string | null;
  /** Products for which something differs. */
  products: readonly string[];
  settings: Settings;
  /** The digits of a collection's id: its own values are shown. */
  collection: string | null;
  disabled: boolean;
  onChange: (settings: Settings) => void;
  /** Takes away all that differs in a country, for a product or for a collection. */
  onRemove: (scope: string) => void;
}>;

/** Which part of the policy, and for which country; both stand in the address. */
export const ScopeBar = (props: Props) => {
  const { section, market, product, countries, products, settings, collection, disabled, onChange, onRemove } = props;
  const { country } = useShop();
  const [adding, setAdding] = useState(false);
  const shown = [...new Set([...countries, ...(market === null ? [] : [market])])];
  const others = COUNTRIES.filter((code) => !shown.includes(code))
    .map((code) => ({ label: country(code), value: code }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <Card>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300" alignItems="end">
        <Select
          label={t('policy.section.label')}
          options={SECTIONS.map((one) => ({ label: t(`policy.section.${one}` as MessageKey), value: one }))}
          value={section}
          onChange={(next) => replaceQuery({ section: next })}
        />
        {adding ? (
          <Select
            label={t('policy.scope.pick')}
            options={[{ label: t('policy.scope.pick'), value: '' }, ...others]}
            value=""
            onChange={(next) => {
              setAdding(false);
              replaceQuery({ market: next, product: null, collection: null });
            }}
          />
        ) : (
          <InlineStack gap="200" blockAlign="end">
            <Select
              label={t('policy.scope.label')}
              options={[
                { label: t('policy.scope.all'), value: '' },
                ...shown.map((code) => ({ label: country(code), value: code })),
              ]}
              value={market ?? ''}
              onChange={(next) => replaceQuery({ market: next, product: null, collection: null })}
            />
            {!disabled && <Button onClick={() => setAdding(true)}>{t('policy.scope.add')}</Button>}
            {market !== null && !disabled && (
              <Button onClick={() => onRemove(market)}>{t('policy.scope.remove', { country: country(market) })}</Button>
            )}
          </InlineStack>
        )}
      </InlineGrid>
      <Box paddingBlockStart="300">
        <BlockStack gap="300">
          <ProductScope product={product} products={products} disabled={disabled} onRemove={onRemove} />
          <CollectionScope
            settings={settings}
            collection={collection}
            disabled={disabled}
            onChange={onChange}
            onRemove={onRemove}
          />
        </BlockStack>
      </Box>
    </Card>
  );
};
