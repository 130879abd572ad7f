import { Badge, BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
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

const EVERY_MS = 30_000;
const TONES = { 'in-force': 'success', scheduled: 'attention', past: undefined } as const;

const Version = ({ version, settings }: { version: PolicyVersion; settings: readonly Setting[] }) => {
  const { number, state, publishedAt, publishedByName, effectiveAt, changes, digest } = version;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {t('versions.number', { number })}
          </Text>
          <Badge tone={TONES[state]}>{t(`versions.${state}`)}</Badge>
        </InlineStack>
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
            {Date.parse(effectiveAt) === 0 ? (
              t('versions.effective.always')
            ) : (
              <>
                {t('versions.effective')} <When at={effectiveAt} />
              </>
            )}
          </Text>
        </BlockStack>
        {changes.length > 0 && (
          <BlockStack gap="150">
            <Text as="h3" variant="headingSm">
              {t('versions.changes', { number: number - 1 })}
            </Text>
            <Changes changes={changes} settings={settings} />
          </BlockStack>
        )}
        <Text as="p" tone="subdued" variant="bodySm">
          <span title={digest}>{t('versions.digest', { digest: short(digest) })}</span>
        </Text>
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
              <Version key={version.id} version={version} settings={policy.data?.settings ?? []} />
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
