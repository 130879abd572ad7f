import { ChoiceList, Select, Text, TextField } from '@shopify/polaris';
import { type Dispatch, type SetStateAction, useCallback, useMemo, useState } from 'react';
import { minorDigits } from '../../../../../policy/money/currencies.ts';
import type { CaseDetail, OfferedStep } from '../../../../edge/admin/contract.ts';
import { write } from '../../../api/client.ts';
import { useAction } from '../../../api/use-action.ts';
import { ActionForm } from '../../../components/action-form.tsx';
import { PhotoInput } from '../../../components/photo-input.tsx';
import { ProblemBanner } from '../../../components/problem-banner.tsx';
import { decimalText } from '../../../format/money.ts';
import { hasWord, t, word } from '../../../messages/index.ts';
import { useShop } from '../../../shop/shop-context.tsx';
import { lineTitle } from '../../../words/line-title.ts';
import { type Field, fieldsOf, unitsFor } from './fields.ts';
import { emptyStepForm, type StepForm as Form, stepBody } from './step-body.ts';

type FieldProps = Readonly<{
  field: Field;
  step: OfferedStep['name'];
  detail: CaseDetail;
  form: Form;
  error: string | undefined;
  /** Told how, not what: a photo that is on its way while somebody types changes the form as it is then. */
  onChange: Dispatch<SetStateAction<Form>>;
}>;

const optionsOf = ({ options = [], named = [], words = 'step-choice' }: Field) => [
  { label: t('steps.choose'), value: '' },
  ...options.map((value) => ({ label: word(words, value), value })),
  ...named,
];

const StepField = ({ field, step, detail, form, error, onChange }: FieldProps) => {
  // Sent without being asked: it has no words.
  if (field.control === 'preset') return null;
  const { currency } = detail.order;
  const label = t(`step-field.${field.label ?? field.name}` as Parameters<typeof t>[0], { currency });
  const value = form.texts[field.name] ?? '';
  const change = (text: string): void => onChange((now) => ({ ...now, texts: { ...now.texts, [field.name]: text } }));
  switch (field.control) {
    case 'choice':
      return <Select label={label} options={optionsOf(field)} value={value} error={error} onChange={change} />;
    case 'units': {
      const units = unitsFor(step, detail);
      return units.length < 2 && field.optional ? null : (
        <ChoiceList
          allowMultiple
          title={field.optional ? `${label} (${t('steps.units.all')})` : label}
          error={error}
          choices={units.map(({ id, lineItemId, position }) => ({
            label: `${lineTitle(detail.order, lineItemId)} (${position})`,
            value: id,
          }))}
          selected={[...form.unitIds]}
          onChange={(unitIds) => onChange((now) => ({ ...now, unitIds }))}
        />
      );
    }
    case 'photos':
      return (
        <PhotoInput
          label={label}
          photos={form.photos}
          error={error}
          onChange={(photos) => onChange((now) => ({ ...now, photos }))}
        />
      );
    default:
      return (
        <TextField
          label={label}
          value={value}
          onChange={change}
          error={error}
          multiline={field.control === 'multiline' ? 2 : undefined}
          type={field.control === 'date' ? 'date' : field.control === 'days' ? 'number' : 'text'}
          inputMode={field.control === 'money' ? 'decimal' : undefined}
          maxLength={field.control === 'multiline' ? 500 : 80}
          autoComplete="off"
        />
      );
  }
};

/** One step's fields; sent on the version of the case that the page showed. */
export const StepForm = ({
  step,
  detail,
  onDone,
  onClose,
}: {
  step: OfferedStep;
  detail: CaseDetail;
  /** Called after every attempt, so that the page shows what is true now. */
  onDone: () => void;
  onClose: () => void;
}) => {
  const [form, setForm] = useState<Form>(emptyStepForm);
  const [asked, setAsked] = useState(false);
  // The version that was shown when the form was opened: what has changed since is said instead of overwritten. Once it
  // was said, what the page shows counts.
  const [opened, setOpened] = useState<number | null>(detail.case.version);
  const { id, version } = detail.case;
  const seen = opened ?? version;
  const { money, me } = useShop();
  const send = useAction(
    useCallback((body: object) => write(`/cases/${id}/steps`, { version: seen, body }), [id, seen]),
    useMemo(() => ({ message: t('steps.done'), after: onDone }), [onDone]),
  );
  const fields = fieldsOf(step.name, detail, money);
  const digits = minorDigits(detail.order.currency);
  const { body, bad } = stepBody(step.name, step.kind, fields, form, {
    digits,
    timeZone: me.shop.timeZone,
  });
  const errorOf = (field: Field): string | undefined => {
    if (!asked || !bad.includes(field.name)) return undefined;
    return field.control === 'money' ? t('steps.bad-amount', { example: decimalText(750, digits) }) : t('steps.needed');
  };
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (bad.length > 0) return;
    if (await send.run(body)) onClose();
    else setOpened(null);
  };
  return (
    <ActionForm send={word('step', step.name)} submit={submit} busy={send.busy} onClose={onClose}>
      <Text as="h3" variant="headingSm">
        {word('step', step.name)}
      </Text>
      {hasWord('step-help', step.name) && <Text as="p">{word('step-help', step.name)}</Text>}
      {send.error && <ProblemBanner error={send.error} onDismiss={send.clear} />}
      {fields.map((field) => (
        <StepField
          key={field.name}
          field={field}
          step={step.name}
          detail={detail}
          form={form}
          error={errorOf(field)}
          onChange={setForm}
        />
      ))}
    </ActionForm>
  );
};
