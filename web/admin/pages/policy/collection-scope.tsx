import { BlockStack, Button, ChoiceList, InlineStack, Scrollable, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { ProductList, Settings } from '../../../edge/admin/contract.ts';
import { useResource } from '../../api/use-resource.ts';
import { t } from '../../messages/index.ts';
import { replaceQuery } from '../../router/location.ts';
import { sentence } from '../../words/sentence.ts';
import { collectionScope, collectionsOf, productsIn, withProducts } from './form.ts';

/** Products come and go slowly. */
const EVERY_MS = 300_000;

type Props = Readonly<{
  settings: Settings;
  /** The digits of a collection's id: its own values are shown. */
  collection: string | null;
  disabled: boolean;
  onChange: (settings: Settings) => void;
  onRemove: (scope: string) => void;
}>;

/** Asks for the number of a collection that has no values of its own yet. */
const Adding = ({ taken, onClose }: { taken: readonly string[]; onClose: () => void }) => {
  const [id, setId] = useState('');
  const [asked, setAsked] = useState(false);
  const given = id.trim();
  const wrong = /^\d{1,20}$/.test(given)
    ? taken.includes(given)
      ? t('policy.scope.collection.taken')
      : undefined
    : t('policy.scope.collection.digits');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (wrong !== undefined) return;
        replaceQuery({ collection: given, product: null, market: null });
        onClose();
      }}
    >
      <BlockStack gap="200">
        <TextField
          label={t('policy.scope.collection.number')}
          helpText={t('policy.scope.collection.number.help')}
          value={id}
          error={asked ? wrong : undefined}
          onChange={setId}
          maxLength={20}
          inputMode="numeric"
          autoComplete="off"
        />
        <InlineStack gap="200">
          <Button submit>{t('policy.scope.collection.add')}</Button>
          <Button onClick={onClose}>{t('policy.scope.collection.cancel')}</Button>
        </InlineStack>
      </BlockStack>
    </form>
  );
};

/** Which products the values hold for. What the collection holds in Shopify is not followed, and the page says so. */
const Products = ({ settings, collection, disabled, onChange }: Omit<Props, 'onRemove'> & { collection: string }) => {
  const known = useResource<ProductList>('/products', EVERY_MS);
  const held = productsIn(settings, collection);
  const listed = known.data?.products ?? [];
  const choices = [
    ...held
      .filter((id) => !listed.some((one) => one.id === id))
      .map((id) => ({ label: sentence(t('policy.scope.product', { id })), value: id })),
    ...listed.map(({ id, title }) => ({ label: title, value: id })),
  ];
  return (
    <BlockStack gap="200">
      {held.length === 0 && <Text as="p">{t('policy.scope.collection.empty')}</Text>}
      <Scrollable style={{ maxHeight: '14rem' }} focusable>
        <ChoiceList
          allowMultiple
          title={t('policy.scope.collection.products', { id: collection })}
          choices={choices}
          selected={[...held]}
          disabled={disabled}
          onChange={(ids) => onChange(withProducts(settings, collection, ids))}
        />
      </Scrollable>
      <Text as="p" tone="subdued">
        {t('policy.scope.collection.help')}
      </Text>
    </BlockStack>
  );
};

/** Which collection's own values are shown: they hold for each of its products that has none of its own. */
export const CollectionScope = ({ settings, collection, disabled, onChange, onRemove }: Props) => {
  const [adding, setAdding] = useState(false);
  const shown = [...new Set([...collectionsOf(settings), ...(collection === null ? [] : [collection])])];
  if (shown.length === 0 && disabled) return null;
  return (
    <BlockStack gap="300">
      {adding ? (
        <Adding taken={shown} onClose={() => setAdding(false)} />
      ) : (
        <InlineStack gap="200" blockAlign="end">
          {shown.length > 0 && (
            <Select
              label={t('policy.scope.collection.label')}
              options={[
                { label: t('policy.scope.collection.all'), value: '' },
                ...shown.map((id) => ({ label: sentence(t('policy.scope.collection', { id })), value: id })),
              ]}
              value={collection ?? ''}
              onChange={(next) => replaceQuery({ collection: next, product: null, market: null })}
            />
          )}
          {!disabled && <Button onClick={() => setAdding(true)}>{t('policy.scope.collection.add')}</Button>}
          {!disabled && collection !== null && (
            <Button
              onClick={() => {
                onRemove(collectionScope(collection));
                replaceQuery({ collection: null });
              }}
            >
              {t('policy.scope.remove', { country: t('policy.scope.collection', { id: collection }) })}
            </Button>
          )}
        </InlineStack>
      )}
      {collection !== null && (
        <Products settings={settings} collection={collection} disabled={disabled} onChange={onChange} />
      )}
    </BlockStack>
  );
};
