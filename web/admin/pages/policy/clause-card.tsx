import { BlockStack, Card, Checkbox, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import type { ClauseId } from '../../../../policy/clauses.ts';
import type { Policy, Setting } from '../../../edge/admin/contract.ts';
import { ClauseTag } from '../../components/clause-tag.tsx';
import { said, t } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { clauseSentence } from '../../words/clauses.ts';
import { scopeWords, settingLabel, valueWords } from '../../words/setting.ts';
import { type PolicyForm, valueAt, withValue } from './form.ts';
import type { ClauseGroup } from './sections.ts';
import { SettingField } from './setting-field.tsx';

type Props = Readonly<{
  group: ClauseGroup;
  form: PolicyForm;
  /** A country, a product or a collection, as `form.ts` names them. Null: the shop's own values. */
  market: string | null;
  disabled: boolean;
  /** What the settings add to each clause as they are now. */
  told: ReadonlyMap<ClauseId, readonly string[]>;
  law: Policy['law'];
}>;

/** A setting that may be otherwise in one country, for one product, or for the products of a collection. */
const MarketField = ({
  setting,
  form,
  market,
  disabled,
}: Pick<Props, 'form' | 'disabled'> & { setting: Setting; market: string }) => {
  const { country } = useShop();
  const own = valueAt(form.settings, market, setting.name);
  const usual = valueAt(form.settings, null, setting.name);
  const field = `${market} ${setting.name}`;
  return (
    <BlockStack gap="150">
      <Checkbox
        label={`${t('policy.scope.differs', { country: scopeWords(market, country) })}: ${settingLabel(setting)}`}
        checked={own !== undefined}
        helpText={own === undefined ? t('policy.scope.as-usual', { value: valueWords(setting, usual) }) : undefined}
        onChange={(differs) => {
          form.markBad(field, false);
          form.change(withValue(form.settings, market, setting.name, differs ? usual : undefined));
        }}
        disabled={disabled}
      />
      {own !== undefined && (
        <SettingField
          setting={setting}
          value={own}
          disabled={disabled}
          onChange={(value) => form.change(withValue(form.settings, market, setting.name, value))}
          onBad={(bad) => form.markBad(field, bad)}
        />
      )}
    </BlockStack>
  );
};

/** What consumers may claim whatever the text says, beside the clause that says otherwise. */
const Law = ({ clause, law, overlay }: { clause: ClauseId; law: Policy['law']; overlay: unknown }) => {
  const notes = law.filter((note) => note.clause === clause);
  if (notes.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h4" variant="headingXs">
        {t('policy.law.title')}
      </Text>
      {notes.map((note) => (
        <Text as="p" key={note.area} tone="subdued">
          {t(`policy.law.${note.area}`, { text: said(note.text) })}
        </Text>
      ))}
      <Text as="p" tone="subdued">
        {overlay === 'apply' || overlay === 'off' ? t(`policy.law.choice.${overlay}`) : t('policy.law.choice.warn')}{' '}
        {t('policy.law.check')}
      </Text>
    </BlockStack>
  );
};

/** One clause: its settings, and beside them what customers read of it as they change. */
export const ClauseCard = ({ group, form, market, disabled, told, law }: Props) => {
  const { clause, settings } = group;
  const overlay = (market && valueAt(form.settings, market, 'legalOverlay')) ?? form.settings.legalOverlay;
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center" wrap={false}>
          {clause !== null && <ClauseTag clause={clause} />}
          <Text as="h2" variant="headingSm">
            {clause === null ? t('policy.approvals.title') : clauseSentence(clause)}
          </Text>
        </InlineStack>
        <InlineGrid columns={{ xs: 1, md: '3fr 2fr' }} gap="500" alignItems="start">
          <BlockStack gap="400">
            {settings.map((setting) =>
              market === null ? (
                <SettingField
                  key={`${form.key} ${setting.name}`}
                  setting={setting}
                  value={valueAt(form.settings, null, setting.name)}
                  disabled={disabled}
                  onChange={(value) => form.change(withValue(form.settings, null, setting.name, value))}
                  onBad={(bad) => form.markBad(setting.name, bad)}
                />
              ) : (
                <MarketField
                  key={`${form.key} ${market} ${setting.name}`}
                  setting={setting}
                  form={form}
                  market={market}
                  disabled={disabled}
                />
              ),
            )}
          </BlockStack>
          {clause === null ? (
            <Text as="p" tone="subdued">
              {t('policy.approvals.text')}
            </Text>
          ) : (
            <BlockStack gap="300">
              <div className="mg-reads" aria-live="polite">
                <Text as="h3" variant="headingXs" tone="subdued">
                  {t('policy.reads')}
                </Text>
                <Text as="p">{clauseSentence(clause)}</Text>
                {(told.get(clause) ?? []).map((sentence) => (
                  <Text as="p" key={sentence}>
                    {sentence}
                  </Text>
                ))}
              </div>
              <Law clause={clause} law={law} overlay={overlay} />
            </BlockStack>
          )}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
};
