import { Badge, BlockStack, Box, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { ShopSettings } from '../../edge/admin/contract.ts';
import { write } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { type MessageKey, t } from '../messages/index.ts';
import { SlackConnection } from './settings/slack-connection.tsx';
import { TestMail } from './settings/test-mail.tsx';

type Step = ShopSettings['setUp']['steps'][number];

/** Steps that nothing in the data shows: an owner says that they are right as they are. */
const TICKED: ReadonlySet<string> = new Set(['policy', 'law', 'address', 'orders']);
const GOES_TO: Readonly<Record<string, string>> = {
  policy: '/policy/set-up',
  law: '/policy/set-up?step=4',
  address: '/settings',
  people: '/people',
  orders: '/data',
};

const StepCard = ({
  step,
  settings,
  refresh,
  children,
}: {
  step: Step;
  settings: ShopSettings;
  refresh: () => void;
  children?: ReactNode;
}) => {
  const { version, setUp, mayEdit } = settings;
  const ticked = useMemo(
    () => setUp.steps.filter(({ done, name }) => done && TICKED.has(name)).map(({ name }) => name),
    [setUp],
  );
  const mark = useAction(
    useCallback(
      () => write('/settings', { method: 'PUT', version, body: { setUpDone: [...new Set([...ticked, step.name])] } }),
      [version, ticked, step.name],
    ),
    useMemo(() => ({ message: t('start.marked'), after: refresh }), [refresh]),
  );
  const key = (end = ''): MessageKey => `start.${step.name}${end}` as MessageKey;
  const url = GOES_TO[step.name];
  // There is nothing to agree to: an address has to be entered first.
  const noAddress = step.name === 'address' && settings.returnAddress.length === 0;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t(key())}
          </Text>
          <Badge tone={step.done ? 'success' : 'attention'} progress={step.done ? 'complete' : 'incomplete'}>
            {t(step.done ? 'start.done' : 'start.open')}
          </Badge>
        </InlineStack>
        <Text as="p">{t(key('.help'))}</Text>
        {step.name === 'address' &&
          (noAddress ? (
            <Text as="p">{t('start.address.none')}</Text>
          ) : (
            <div className="mg-said">{settings.returnAddress.join('\n')}</div>
          ))}
        {mark.error && <ProblemBanner error={mark.error} onDismiss={mark.clear} />}
        {children}
        {mayEdit && (
          <InlineStack gap="200">
            {url !== undefined && (
              <Button url={url} variant={step.done ? undefined : 'primary'}>
                {t(noAddress ? 'start.address.enter' : key('.go'))}
              </Button>
            )}
            {TICKED.has(step.name) && !step.done && !noAddress && (
              <Button loading={mark.busy} onClick={() => void mark.run()}>
                {step.name === 'law'
                  ? t('start.law.off')
                  : step.name === 'orders'
                    ? t('start.orders.skip')
                    : t('start.mark')}
              </Button>
            )}
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
};

/** What a new shop goes through. Each step is done where it belongs, and seen here; leaving loses nothing. */
export default function SetUp() {
  const settings = useResource<ShopSettings>('/settings');
  return (
    <PageFrame title={t('start.title')} subtitle={t('start.subtitle')} back={{ content: t('home.title'), url: '/' }}>
      <Loaded resource={settings} skeleton={<SkeletonCards cards={[3, 3, 3, 3, 3, 3]} />}>
        {(data) => (
          <BlockStack gap="400">
            <Box paddingInline={{ xs: '400', sm: '0' }}>
              <Text as="p" tone="subdued">
                {t('start.progress', {
                  done: data.setUp.steps.filter(({ done }) => done).length,
                  all: data.setUp.steps.length,
                })}
              </Text>
            </Box>
            {data.setUp.steps.map((step) => (
              <StepCard key={step.name} step={step} settings={data} refresh={settings.refresh}>
                {step.name === 'slack' && !step.done && <SlackConnection settings={data} refresh={settings.refresh} />}
                {step.name === 'mail' && <TestMail settings={data} refresh={settings.refresh} />}
              </StepCard>
            ))}
          </BlockStack>
        )}
      </Loaded>
    </PageFrame>
  );
}
