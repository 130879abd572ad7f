import { Button, InlineStack, Select } from '@shopify/polaris';
import { useState } from 'react';
import type { ProductList } from '../../../edge/admin/contract.ts';
import { useResource } from '../../api/use-resource.ts';
import { t } from '../../messages/index.ts';
import { replaceQuery } from '../../router/location.ts';
import { sentence } from '../../words/sentence.ts';

/** Products come and go slowly. */
const EVERY_MS = 300_000;

/** Which product's own values are shown, beside those of a country; what was ordered lately can be chosen. */
export const ProductScope = ({
  product,
  products,
  disabled,
  onRemove,
}: Readonly<{
  product: string | null;
  products: readonly string[];
  disabled: boolean;
  onRemove: (product: string) => void;
}>) => {
  const [adding, setAdding] = useState(false);
  const known = useResource<ProductList>('/products', EVERY_MS);
  const titleOf = (id: string): string =>
    known.data?.products.find((one) => one.id === id)?.title ?? sentence(t('policy.scope.product', { id }));
  const shown = [...new Set([...products, ...(product === null ? [] : [product])])];
  const others = (known.data?.products ?? []).filter(({ id }) => !shown.includes(id));
  const go = (next: string): void => replaceQuery({ product: next, market: null, collection: null });
  if (shown.length === 0 && (disabled || others.length === 0)) return null;
  return (
    <InlineStack gap="200" blockAlign="end">
      {adding ? (
        <Select
          label={t('policy.scope.product.pick')}
          options={[
            { label: t('policy.scope.product.pick'), value: '' },
            ...others.map(({ id, title }) => ({ label: title, value: id })),
          ]}
          value=""
          onChange={(next) => {
            setAdding(false);
            go(next);
          }}
        />
      ) : (
        <Select
          label={t('policy.scope.product.label')}
          options={[
            { label: t('policy.scope.product.all'), value: '' },
            ...shown.map((id) => ({ label: titleOf(id), value: id })),
          ]}
          value={product ?? ''}
          onChange={go}
        />
      )}
      {!disabled && !adding && others.length > 0 && (
        <Button onClick={() => setAdding(true)}>{t('policy.scope.product.add')}</Button>
      )}
      {!disabled && product !== null && (
        <Button onClick={() => onRemove(product)}>{t('policy.scope.remove', { country: titleOf(product) })}</Button>
      )}
    </InlineStack>
  );
};
