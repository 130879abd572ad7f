import { Badge, Banner, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { Policy, PolicyVersion, Setting, PolicyVersions as VersionsJson } from '../../edge/admin/contract.ts';
import { useResource } from '../api/use-resource.ts';
import { EmptyCard } from '../components/empty.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { When } from '../components/when.tsx';
import { t } from '../messages/index.ts';
import { short } from '../words/short.ts';
import { Changes } from './policy/changes.tsx';
import { WithdrawVersion } from './policy/withdraw-version.tsx';

const EVERY_MS = 30_000;
const TONES = { 'in-force': 'success', scheduled: 'attention', past: undefined, withdrawn: undefined } as const;

type Props = Readonly<{
  version: PolicyVersion;
  settings: readonly Setting[];
  mayEdit: boolean;
  refresh: () => void;
}>;

const Version = ({ version, settings, mayEdit, refresh }: Props) => {
  const { number, state, publishedAt, publishedByName, effectiveAt, withdrawnAt, damaged, against, changes, digest } =
    version;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t('versions.number', { number })}
          </Text>
          <Badge tone={TONES[state]}>{t(`versions.${state}`)}</Badge>
        </InlineStack>
        {damaged && (
          <Banner tone="critical" title={t('versions.damaged')}>
            <Text as="p">{t('versions.damaged.text')}</Text>
          </Banner>
        )}
        <BlockStack gap="050">
          <Text as="p">
            {publishedAt === null ? (
              t('versions.installed')
            ) : (
              <>
                {t('versions.published', { name: publishedByName ?? '–' })} <When at={publishedAt} />
              </>
            )}
          </Text>
          <Text as="p" tone="subdued">
            {withdrawnAt !== null ? (
              <>
                {t('versions.withdrawn.at')} <When at={withdrawnAt} />
              </>
            ) : Date.parse(effectiveAt) === 0 ? (
              t('versions.effective.always')
            ) : (
              <>
                {t('versions.effective')} <When at={effectiveAt} />
              </>
            )}
          </Text>
        </BlockStack>
        {against !== null && changes.length > 0 && (
          <BlockStack gap="150">
            <Text as="h3" variant="headingSm">
              {t('versions.changes', { number: against })}
            </Text>
            <Changes changes={changes} settings={settings} />
          </BlockStack>
        )}
        <Text as="p" tone="subdued" variant="bodySm">
          <span title={digest}>{t('versions.digest', { digest: short(digest) })}</span>
        </Text>
        {mayEdit && state === 'scheduled' && <WithdrawVersion version={version} onDone={refresh} />}
      </BlockStack>
    </Card>
  );
};

/** Everything that was ever published, newest first, with what it changed and who did. */
export default function PolicyVersions() {
  const versions = useResource<VersionsJson>('/policy/versions', EVERY_MS);
  const policy = useResource<Policy>('/policy', EVERY_MS);
  return (
    <PageFrame title={t('versions.title')} back={{ content: t('policy.title'), url: '/policy' }}>
      <Loaded resource={versions} skeleton={<SkeletonCards cards={[4, 4]} />}>
        {({ versions: all }) => (
          <BlockStack gap="400">
            {all.map((version) => (
              <Version
                key={version.id}
                version={version}
                settings={policy.data?.settings ?? []}
                mayEdit={policy.data?.mayEdit === true}
                refresh={versions.refresh}
              />
            ))}
            {all.length === 1 && (
              <EmptyCard
                title={t('versions.only.title')}
                text={t('versions.only.text')}
                action={{ content: t('policy.title'), url: '/policy' }}
              />
            )}
          </BlockStack>
        )}
      </Loaded>
    </PageFrame>
  );
}
