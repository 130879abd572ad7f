import { InlineGrid, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import type { ParcelDetail, Scanned } from '../../../edge/admin/contract.ts';
import { read } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { t, word } from '../../messages/index.ts';
import { sentence } from '../../words/sentence.ts';
import { CLUES, type Clues, cluesOf } from './clues.ts';

type Parcel = ParcelDetail['parcel'];
/** Sends a step of the parcel, on the version that is shown or another that was seen; whether it was taken. */
export type RunStep = (body: object, seen?: number) => Promise<boolean>;
type Props = Readonly<{ busy: boolean; run: RunStep; onDone: () => void; onClose: () => void }>;

export const ClueFields = ({ seen, onChange }: { seen: Clues; onChange: (seen: Clues) => void }) => (
  <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
    {CLUES.map(([name, label]) => (
      <TextField
        key={name}
        label={t(label)}
        value={seen[name] ?? ''}
        onChange={(text) => onChange({ ...seen, [name]: text })}
        maxLength={200}
        autoComplete="off"
      />
    ))}
  </InlineGrid>
);

/** What was read on or in the parcel since: whose it may be is reckoned anew. */
export const DescribeForm = ({ parcel, busy, run, onDone, onClose }: Props & { parcel: Parcel }) => {
  const [seen, setSeen] = useState<Clues>({ ...parcel.seen });
  // All clues are sent: what a colleague has written since the form was opened is said instead of overwritten, once.
  const [opened, setOpened] = useState<number | null>(parcel.version);
  const submit = async (): Promise<void> => {
    if (await run({ kind: 'parcel.describe', ...cluesOf(seen) }, opened ?? parcel.version)) onDone();
    else setOpened(null);
  };
  return (
    <ActionForm send={t('desk.parcel.describe.save')} submit={submit} busy={busy} onClose={onClose}>
      <ClueFields seen={seen} onChange={setSeen} />
    </ActionForm>
  );
};

/** Put to a return that its own clues did not lead to. */
export const MatchForm = ({ busy, run, onDone, onClose }: Props) => {
  const [number, setNumber] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async (): Promise<void> => {
    const written = number.trim();
    if (written === '') return setProblem(t('desk.parcel.number.missing'));
    setProblem(undefined);
    try {
      const found = await read<Scanned>(`/desk/scan?scan=${encodeURIComponent(written)}`);
      if (found.found === 'several') return setProblem(t('desk.parcel.several', { written }));
      if (found.found === 'none') return setProblem(t(`desk.none.${found.problem}`, { written }));
      if (await run({ kind: 'parcel.match', caseId: found.caseId })) onDone();
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setProblem(sentence(failure.message));
    }
  };
  return (
    <ActionForm send={t('desk.parcel.number.go')} submit={submit} busy={busy} onClose={onClose}>
      <TextField
        label={t('desk.parcel.number')}
        value={number}
        onChange={setNumber}
        error={problem}
        maxLength={200}
        autoComplete="off"
        autoFocus
      />
    </ActionForm>
  );
};

const ENDS = ['sent_back', 'disposed', 'not_a_return'] as const;

/** It leaves the shelf without a case: what became of it, and why. */
export const EndForm = ({ busy, run, onDone, onClose }: Props) => {
  const [how, setHow] = useState<string>('sent_back');
  const [because, setBecause] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (because.trim() !== '' && (await run({ kind: 'parcel.close', how, because: because.trim() }))) onDone();
  };
  return (
    <ActionForm send={t('desk.parcel.end.go')} submit={submit} busy={busy} onClose={onClose}>
      <Select
        label={t('desk.parcel.how')}
        options={ENDS.map((value) => ({ value, label: word('parcel-end', value) }))}
        value={how}
        onChange={setHow}
      />
      <TextField
        label={t('desk.parcel.because')}
        value={because}
        onChange={setBecause}
        error={asked && because.trim() === '' ? t('parked.dismiss.missing') : undefined}
        maxLength={500}
        autoComplete="off"
      />
    </ActionForm>
  );
};
