import { BlockStack, Button, InlineStack, TextField } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';

export const NoteForm = ({ caseId, onNoted }: { caseId: string; onNoted: () => void }) => {
  const [text, setText] = useState('');
  // One key for one text: a note whose answer was lost is not written twice when the button is pressed again.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const note = useAction(
    useCallback((body: { text: string }) => write(`/cases/${caseId}/notes`, { body, key }), [caseId, key]),
    useMemo(() => ({ message: t('case.note.saved'), after: onNoted }), [onNoted]),
  );
  const empty = text.trim() === '';
  const save = async (): Promise<void> => {
    if (empty || !(await note.run({ text: text.trim() }))) return;
    // What was typed while it was saved is the next note.
    setText((now) => (now === text ? '' : now));
    setKey(crypto.randomUUID());
  };
  const change = (next: string): void => {
    setText(next);
    if (note.error) setKey(crypto.randomUUID());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <BlockStack gap="200">
        {note.error && <ProblemBanner error={note.error} onDismiss={note.clear} />}
        <TextField
          label={t('case.note.label')}
          placeholder={t('case.note.placeholder')}
          value={text}
          onChange={change}
          multiline={2}
          maxLength={3000}
          autoComplete="off"
        />
        <InlineStack align="end">
          <Button submit disabled={empty} loading={note.busy}>
            {t('case.note.save')}
          </Button>
        </InlineStack>
      </BlockStack>
    </form>
  );
};
