import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from '@shopify/polaris';
import { useCallback, useMemo } from 'react';
import type { Policy, PolicyDraft } from '../../edge/admin/contract.ts';
import { write } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { EmptyCard } from '../components/empty.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { t } from '../messages/index.ts';
import { pushQuery, useLocation } from '../router/location.ts';
import { type PolicyForm, usePolicyForm, withValue } from './policy/form.ts';
import { STEPS } from './policy/set-up-steps.ts';
import { SettingField } from './policy/setting-field.tsx';

const EVERY_MS = 30_000;

type StepProps = Readonly<{ policy: Policy; form: PolicyForm; step: number; onSaved: () => void }>;

const goTo = (step: number): void => pushQuery({ step: String(step) });

/** A few questions; going on keeps what was chosen in the draft, and the place in the address. */
const Step = ({ policy, form, step, onSaved }: StepProps) => {
  const part = STEPS[step - 1] ?? STEPS[0];
  const { saved } = form;
  const save = useAction(
    useCallback(
      async (settings: object, version: number | null) => {
        saved(await write<PolicyDraft>('/policy/draft', { method: 'PUT', version, body: { settings } }));
      },
      [saved],
    ),
    useMemo(() => ({ message: t('policy.draft.saved.toast'), after: onSaved }), [onSaved]),
  );
  const next = async (): Promise<void> => {
    if (form.bad.size > 0) return;
    if (!form.dirty || (await save.run(form.settings, form.restsOn))) goTo(step + 1);
  };
  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void next();
        }}
      >
        <BlockStack gap="500">
          <BlockStack gap="200">
            <Text as="p" tone="subdued" id="set-up-progress">
              {t('set-up.step', { step, steps: STEPS.length })}
            </Text>
            <ProgressBar
              progress={Math.round((100 * (step - 1)) / STEPS.length)}
              size="small"
              ariaLabelledBy="set-up-progress"
            />
            <Text as="h2" variant="headingMd">
              {t(part.title)}
            </Text>
          </BlockStack>
          {save.error && <ProblemBanner error={save.error} onDismiss={save.clear} />}
          {part.settings.map((name) => {
            const setting = policy.settings.find((one) => one.name === name);
            return setting === undefined ? null : (
              <SettingField
                key={`${form.key} ${name}`}
                setting={setting}
                value={form.settings[name]}
                disabled={!policy.mayEdit}
                onChange={(value) => form.change(withValue(form.settings, null, name, value))}
                onBad={(bad) => form.markBad(name, bad)}
              />
            );
          })}
          {form.bad.size > 0 && (
            <Text as="p" tone="critical">
              {t('policy.field.bad')}
            </Text>
          )}
          <InlineStack gap="200">
            <Button submit variant="primary" loading={save.busy} disabled={!policy.mayEdit}>
              {step === STEPS.length ? t('set-up.finish') : t('set-up.next')}
            </Button>
            {step > 1 && <Button onClick={() => goTo(step - 1)}>{t('set-up.back')}</Button>}
          </InlineStack>
          {!policy.mayEdit && <Text as="p">{t('policy.read-only')}</Text>}
        </BlockStack>
      </form>
    </Card>
  );
};

/** The questions that the text of a policy leaves open, a few at a time. */
export default function PolicySetUp() {
  const resource = useResource<Policy>('/policy', EVERY_MS);
  const form = usePolicyForm(resource.data);
  const asked = Number(useLocation().query.get('step') ?? 1);
  const step = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, STEPS.length + 1) : 1;
  return (
    <PageFrame
      title={t('set-up.title')}
      subtitle={t('set-up.subtitle')}
      back={{ content: t('policy.title'), url: '/policy' }}
    >
      <Loaded resource={resource} skeleton={<SkeletonCards cards={[10]} />}>
        {(policy) =>
          form === null ? null : step <= STEPS.length ? (
            <Step key={step} policy={policy} form={form} step={step} onSaved={resource.refresh} />
          ) : (
            <EmptyCard
              title={t('set-up.done.title')}
              text={t((policy.draft?.changes.length ?? 0) === 0 ? 'set-up.done.same' : 'set-up.done.text')}
              action={{ content: t('set-up.done.review'), url: '/policy' }}
            />
          )
        }
      </Loaded>
    </PageFrame>
  );
}
