import { BlockStack, Button, Card, InlineGrid, InlineStack, Link, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { AuditEntry, AuditPage } from '../../edge/admin/contract.ts';
import { readBlob } from '../api/client.ts';
import { ApiError } from '../api/problem.ts';
import { useResource } from '../api/use-resource.ts';
import { toast } from '../app-bridge.ts';
import { ClauseTag } from '../components/clause-tag.tsx';
import { EmptyBody } from '../components/empty.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { SkeletonCards } from '../components/skeletons.tsx';
import { When } from '../components/when.tsx';
import { hasWord, t, word } from '../messages/index.ts';
import { replaceQuery, useLocation } from '../router/location.ts';
import { casePath } from '../router/match.ts';
import { useShop } from '../shop/shop-context.tsx';
import { entrySentence } from '../words/sentence.ts';
import { short } from '../words/short.ts';

const EVERY_MS = 20_000;

/** What people look for by name; everything else is found by case, person or day. */
const EVENTS = [
  'refund.approve',
  'refund.decline',
  'policy.publish',
  'policy.withdraw',
  'people.save',
  'shop.configure',
  'return.open',
  'return.decline',
  'unit.inspect',
  'case.note',
  'case.assign',
  'effect.retry',
  'effect.dismiss',
  'delivery.dismiss',
  'delivery.retry',
  'mails.changed',
] as const;

const FILTERS = ['by', 'event', 'case', 'from', 'to'] as const;

const queryOf = (query: URLSearchParams, more: readonly string[] = []): string => {
  const kept = new URLSearchParams();
  for (const name of [...FILTERS, ...more]) {
    const value = query.get(name)?.trim() ?? '';
    if (value !== '') kept.set(name, value);
  }
  return kept.toString();
};

/** A file that only a session token opens is read here and handed to the browser as one of its own. */
const download = async (format: 'csv' | 'json', query: string): Promise<void> => {
  const blob = await readBlob(`/audit/export?format=${format}${query === '' ? '' : `&${query}`}`);
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = `makegood-audit-${new Date().toISOString().slice(0, 10)}.${format}`;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

const Entry = ({ entry }: { entry: AuditEntry }) => {
  const { instantsIn } = useShop();
  return (
    <tr>
      <td>
        <When at={entry.at} />
      </td>
      <td>{entry.redacted ? '–' : entry.byName}</td>
      <td>
        <BlockStack gap="100">
          {/* What has no name of its own is told by its sentence. */}
          {hasWord('event', entry.event) && (
            <Text as="p" fontWeight="medium">
              {word('event', entry.event)}
            </Text>
          )}
          <Text as="p" tone={entry.redacted ? 'subdued' : undefined}>
            {entry.redacted ? t('audit.redacted') : entrySentence(entry, instantsIn)}
          </Text>
          <InlineStack gap="100" blockAlign="center">
            {entry.clauses.map((clause) => (
              <ClauseTag key={clause} clause={clause} />
            ))}
            <Text as="span" tone="subdued" variant="bodySm">
              {t('audit.chain', { seq: entry.seq, digest: short(entry.digest) })}
            </Text>
          </InlineStack>
        </BlockStack>
      </td>
      <td>
        {entry.caseId !== null && entry.caseNumber !== null && (
          <Link url={casePath(entry.caseId)}>{t('case.number', { number: entry.caseNumber })}</Link>
        )}
        {entry.orderName !== null && (
          <Text as="p" tone="subdued">
            {entry.orderName}
          </Text>
        )}
      </td>
    </tr>
  );
};

const Filters = ({ query, people }: { query: URLSearchParams; people: AuditPage['people'] }) => {
  const set = (name: string) => (value: string) => replaceQuery({ [name]: value, cursor: null });
  const value = (name: string): string => query.get(name) ?? '';
  return (
    <InlineGrid columns={{ xs: 1, sm: 2, lg: 5 }} gap="300">
      <Select
        label={t('audit.filter.who')}
        options={[
          { label: t('audit.filter.anybody'), value: '' },
          ...people.map(({ id, name }) => ({ label: name, value: id })),
          { label: 'Makegood', value: 'system' },
          { label: 'Shopify', value: 'shopify' },
        ]}
        value={value('by')}
        onChange={set('by')}
      />
      <Select
        label={t('audit.filter.what')}
        options={[
          { label: t('audit.filter.anything'), value: '' },
          ...EVENTS.map((event) => ({ label: word('event', event), value: event })),
        ]}
        value={value('event')}
        onChange={set('event')}
      />
      <TextField
        label={t('audit.filter.case')}
        type="integer"
        inputMode="numeric"
        value={value('case')}
        onChange={(text) => set('case')(text.replace(/\D/g, '').slice(0, 9))}
        autoComplete="off"
      />
      <TextField
        label={t('audit.filter.from')}
        type="date"
        value={value('from')}
        onChange={set('from')}
        autoComplete="off"
      />
      <TextField label={t('audit.filter.to')} type="date" value={value('to')} onChange={set('to')} autoComplete="off" />
    </InlineGrid>
  );
};

const Table = ({ entries }: { entries: readonly AuditEntry[] }) => (
  <table className="mg-table mg-log">
    <thead>
      <tr>
        <th scope="col">{t('audit.column.when')}</th>
        <th scope="col">{t('audit.column.who')}</th>
        <th scope="col">{t('audit.column.what')}</th>
        <th scope="col">{t('audit.column.where')}</th>
      </tr>
    </thead>
    <tbody>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </tbody>
  </table>
);

/** Who did what, when and why, of every case and of the shop itself. */
export default function Audit() {
  const { query } = useLocation();
  const filtered = queryOf(query);
  const wanted = queryOf(query, ['cursor']);
  const page = useResource<AuditPage>(`/audit${wanted === '' ? '' : `?${wanted}`}`, EVERY_MS);
  const [busy, setBusy] = useState<'csv' | 'json' | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    setBusy(format);
    setError(null);
    try {
      await download(format, filtered);
      toast(t('audit.exported'));
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setError(failure);
    } finally {
      setBusy(null);
    }
  };
  return (
    <PageFrame
      title={t('audit.title')}
      subtitle={t('audit.subtitle')}
      fullWidth
      actions={(['csv', 'json'] as const).map((format) => ({
        content: t(`audit.export.${format}`),
        loading: busy === format,
        disabled: busy !== null,
        onAction: () => void save(format),
      }))}
    >
      <BlockStack gap="400">
        {error && <ProblemBanner error={error} onDismiss={() => setError(null)} />}
        <Card>
          <Filters query={query} people={page.data?.people ?? []} />
        </Card>
        <Loaded resource={page} skeleton={<SkeletonCards cards={[16]} />}>
          {({ entries, nextCursor }) => (
            <Card>
              {entries.length === 0 ? (
                <EmptyBody
                  title={t('audit.none.title')}
                  text={t('audit.none.text')}
                  action={{
                    content: t('app.clear-filters'),
                    onAction: () =>
                      replaceQuery({ by: null, event: null, case: null, from: null, to: null, cursor: null }),
                  }}
                />
              ) : (
                <BlockStack gap="400">
                  <Table entries={entries} />
                  <InlineStack gap="200">
                    {query.get('cursor') !== null && (
                      <Button onClick={() => replaceQuery({ cursor: null })}>{t('audit.first')}</Button>
                    )}
                    {nextCursor !== null && (
                      <Button
                        onClick={() => {
                          replaceQuery({ cursor: nextCursor });
                          window.scrollTo(0, 0);
                        }}
                      >
                        {t('audit.next')}
                      </Button>
                    )}
                  </InlineStack>
                </BlockStack>
              )}
            </Card>
          )}
        </Loaded>
      </BlockStack>
    </PageFrame>
  );
}
