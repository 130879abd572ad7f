import {
  BlockStack,
  Button,
  Card,
  Checkbox,
  DataTable,
  InlineGrid,
  InlineStack,
  Text,
  TextField,
} from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { LanguageModel as Model } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { useResource } from '../../api/use-resource.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { When } from '../../components/when.tsx';
import { language, t, word } from '../../messages/index.ts';
import { fieldError } from '../../words/field-error.ts';
import { sentence } from '../../words/sentence.ts';

const POLL_MS = 15_000;
/** What the form begins with: a few thousand questions a month, and no more than a tenth of them in a day. */
const FIRST = { month: 1_000_000, day: 100_000 };

/** As typed; the key is never filled in. */
type Form = Readonly<{
  baseUrl: string;
  model: string;
  apiKey: string;
  tokensAMonth: string;
  tokensADay: string;
  enabled: boolean;
}>;

/** What is no number goes as it was typed, and is refused by name. */
const numberOf = (text: string): unknown => (Number.isNaN(Number(text)) ? text : Number(text));

const formOf = ({ settings }: Model): Form => ({
  baseUrl: settings?.baseUrl ?? '',
  model: settings?.model ?? '',
  apiKey: '',
  tokensAMonth: String(settings?.tokensAMonth ?? FIRST.month),
  tokensADay: settings === null ? String(FIRST.day) : String(settings.tokensADay ?? ''),
  enabled: settings?.enabled ?? true,
});

const Log = ({ calls }: Pick<Model, 'calls'>) => (
  <BlockStack gap="200">
    <Text as="h3" variant="headingSm">
      {t('model.log')}
    </Text>
    {calls.length === 0 ? (
      <Text as="p" tone="subdued">
        {t('model.log.none')}
      </Text>
    ) : (
      <DataTable
        columnContentTypes={['text', 'text', 'text', 'numeric']}
        headings={[t('model.log.at'), t('model.log.text'), t('model.log.outcome'), t('model.log.tokens')]}
        rows={calls.map((call) => [
          <When key="at" at={call.at} />,
          `${call.byName === '' ? '' : `${call.byName}: `}${call.text}`,
          [word('model-outcome', call.outcome), call.intent, call.why === null ? null : sentence(call.why)]
            .filter((part) => part !== null)
            .join(' · '),
          call.tokens,
        ])}
      />
    )}
  </BlockStack>
);

const count = (tokens: number): string => new Intl.NumberFormat(language()).format(tokens);

const Fields = ({ model, refresh }: { model: Model; refresh: () => void }) => {
  const [form, setForm] = useState<Form | null>(null);
  const [open, setOpen] = useState(model.settings !== null);
  const shown = form ?? formOf(model);
  const save = useAction(
    useCallback((body: object) => write('/model', { method: 'PUT', body }), []),
    useMemo(() => ({ message: t('model.saved'), after: refresh }), [refresh]),
  );
  const remove = useAction(
    useCallback(() => write('/model', { method: 'DELETE' }), []),
    useMemo(() => ({ message: t('model.removed'), after: refresh }), [refresh]),
  );
  const error = save.error ?? remove.error;
  const submit = async (): Promise<void> => {
    const { apiKey, tokensAMonth, tokensADay, ...rest } = shown;
    const body = {
      ...rest,
      // An empty month is a mistake, an empty day no limit.
      tokensAMonth: tokensAMonth.trim() === '' ? '' : numberOf(tokensAMonth),
      tokensADay: tokensADay.trim() === '' ? null : numberOf(tokensADay),
      ...(apiKey.trim() === '' ? {} : { apiKey }),
    };
    if (await save.run(body)) setForm(null);
  };
  const field = (
    name: Exclude<keyof Form, 'enabled'>,
    label: string,
    helpText?: string,
    type: 'text' | 'password' | 'number' = 'text',
  ) => (
    <TextField
      label={label}
      helpText={helpText}
      type={type}
      min={type === 'number' ? 0 : undefined}
      value={shown[name]}
      onChange={(value) => setForm({ ...shown, [name]: value })}
      error={fieldError(save.error, (path) => path.endsWith(name))}
      autoComplete={type === 'password' ? 'new-password' : 'off'}
    />
  );
  if (!open && model.settings === null)
    return (
      <BlockStack gap="200">
        <Text as="p">{t('model.none')}</Text>
        <InlineStack>
          <Button onClick={() => setOpen(true)}>{t('model.set')}</Button>
        </InlineStack>
      </BlockStack>
    );
  return (
    <BlockStack gap="300">
      {error && (
        <ProblemBanner
          error={error}
          onDismiss={() => {
            save.clear();
            remove.clear();
          }}
        />
      )}
      {field('baseUrl', t('model.address'), t('model.address.help'))}
      {field('model', t('model.name'))}
      {field('apiKey', t('model.key'), model.settings === null ? t('model.key.help') : t('model.key.kept'), 'password')}
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        {field('tokensAMonth', t('model.month'), t('model.month.help', { spent: count(model.spent.month) }), 'number')}
        {field('tokensADay', t('model.day'), t('model.day.help', { spent: count(model.spent.day) }), 'number')}
      </InlineGrid>
      <Checkbox
        label={t('model.enabled')}
        checked={shown.enabled}
        onChange={(enabled) => setForm({ ...shown, enabled })}
      />
      <InlineStack gap="200">
        <Button variant="primary" loading={save.busy} disabled={form === null} onClick={() => void submit()}>
          {t('model.save')}
        </Button>
        {model.settings !== null && (
          <Button
            tone="critical"
            loading={remove.busy}
            onClick={() =>
              void remove.run().then((done) => {
                if (!done) return;
                setForm(null);
                setOpen(false);
              })
            }
          >
            {t('model.remove')}
          </Button>
        )}
      </InlineStack>
      {(model.settings !== null || model.calls.length > 0) && <Log calls={model.calls} />}
    </BlockStack>
  );
};

/** The optional language model: its key goes in and never comes out. Owners alone; nobody else is shown the card. */
export const LanguageModel = () => {
  const { data, refresh } = useResource<Model>('/model', POLL_MS);
  if (data === null) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('model.title')}
        </Text>
        <Text as="p">{t('model.help')}</Text>
        <Fields model={data} refresh={refresh} />
      </BlockStack>
    </Card>
  );
};
