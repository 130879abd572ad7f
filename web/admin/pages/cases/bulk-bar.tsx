import { BlockStack, Box, Button, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useRef, useState } from 'react';
import type { CaseSummary, People } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { useResource } from '../../api/use-resource.ts';
import { toast } from '../../app-bridge.ts';
import { t, tn } from '../../messages/index.ts';
import { sentence } from '../../words/sentence.ts';

type Failure = Readonly<{ summary: CaseSummary; because: string }>;

/** No answer came, or none that says what became of it: it may have been done. */
const isUnsure = ({ problem }: ApiError): boolean => problem.status === 0 || problem.status >= 500;

/**
 * One after the other: each is a command of its own, allowed or refused by itself.
 * @param keys of what was sent and may have been done: sent again under the same key, it is not done twice
 */
const toEach = async (
  cases: readonly CaseSummary[],
  body: object,
  keys: Map<string, string>,
): Promise<readonly Failure[]> => {
  const failures: Failure[] = [];
  for (const summary of cases) {
    const what = `${summary.id} ${JSON.stringify(body)}`;
    const key = keys.get(what) ?? crypto.randomUUID();
    keys.delete(what);
    try {
      await write(`/cases/${summary.id}/steps`, { body, key });
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      if (isUnsure(failure)) keys.set(what, key);
      failures.push({ summary, because: failure.problem.detail });
    }
  }
  return failures;
};

type Props = Readonly<{
  chosen: readonly CaseSummary[];
  /** Told which of them failed: they are what is still to be done. */
  onDone: (failed: readonly string[]) => void;
}>;

/** What can be done with several cases at once: hand them over, write the same note. */
export const BulkBar = ({ chosen, onDone }: Props) => {
  const people = useResource<People>('/people', 60_000);
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const keys = useRef(new Map<string, string>());
  const run = async (body: object): Promise<void> => {
    setBusy(true);
    try {
      const failed = await toEach(chosen, body, keys.current);
      setFailures(failed);
      if (failed.length < chosen.length) toast(tn('cases.bulk.done', chosen.length - failed.length));
      if (failed.length === 0 && 'text' in body) setNote((now) => (now.trim() === body.text ? '' : now));
      onDone(failed.map(({ summary }) => summary.id));
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
          <Button
            loading={busy}
            disabled={to === '' || chosen.length === 0}
            onClick={() => void run({ kind: 'case.assign', to })}
          >
            {t('step.assign')}
          </Button>
          <TextField label={t('case.note.label')} value={note} onChange={setNote} maxLength={3000} autoComplete="off" />
          <Button
            loading={busy}
            disabled={note.trim() === '' || chosen.length === 0}
            onClick={() => void run({ kind: 'case.note', text: note.trim() })}
          >
            {t('case.note.save')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Box>
  );
};
