import { BlockStack, Box, Button, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { CaseSummary, People } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { useResource } from '../../api/use-resource.ts';
import { toast } from '../../app-bridge.ts';
import { t, tn } from '../../messages/index.ts';
import { sentence } from '../../words/sentence.ts';

type Failure = Readonly<{ summary: CaseSummary; because: string }>;

/** One after the other: each is a command of its own, allowed or refused by itself. */
const toEach = async (cases: readonly CaseSummary[], body: object): Promise<readonly Failure[]> => {
  const failures: Failure[] = [];
  for (const summary of cases) {
    try {
      await write(`/cases/${summary.id}/steps`, { body });
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      failures.push({ summary, because: failure.problem.detail });
    }
  }
  return failures;
};

/** What can be done with several cases at once: hand them over, write the same note. */
export const BulkBar = ({ chosen, onDone }: { chosen: readonly CaseSummary[]; onDone: () => void }) => {
  const people = useResource<People>('/people', 60_000);
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const run = async (body: object): Promise<void> => {
    setBusy(true);
    try {
      const failed = await toEach(chosen, body);
      setFailures(failed);
      toast(tn('cases.bulk.done', chosen.length - failed.length));
      setNote('');
      onDone();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box padding="400" background="bg-surface-secondary">
      <BlockStack gap="300">
        <Text as="p" fontWeight="medium">
          {tn('cases.bulk.chosen', chosen.length)}
        </Text>
        <div aria-live="polite">
          {failures.map(({ summary, because }) => (
            <Text as="p" key={summary.id}>
              {t('case.number', { number: summary.number })}: {sentence(because)}
            </Text>
          ))}
        </div>
        <InlineStack gap="300" blockAlign="end">
          <Select
            label={t('step.assign')}
            options={[
              { label: t('steps.choose'), value: '' },
              ...(people.data?.people ?? [])
                .filter(({ role }) => role !== null)
                .map(({ id, name }) => ({ label: name, value: id })),
            ]}
            value={to}
            onChange={setTo}
          />
          <Button loading={busy} disabled={to === ''} onClick={() => void run({ kind: 'case.assign', to })}>
            {t('step.assign')}
          </Button>
          <TextField label={t('case.note.label')} value={note} onChange={setNote} maxLength={3000} autoComplete="off" />
          <Button
            loading={busy}
            disabled={note.trim() === ''}
            onClick={() => void run({ kind: 'case.note', text: note.trim() })}
          >
            {t('case.note.save')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Box>
  );
};
