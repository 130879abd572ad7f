import { BlockStack, Button, Card, ChoiceList, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import { INSPECTION_RESULTS } from '../../../../policy/decision.ts';
import type { CaseDetail, Photo, Unit } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { LookBadge } from '../../components/look-badge.tsx';
import { PhotoInput } from '../../components/photo-input.tsx';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t, word } from '../../messages/index.ts';
import type { ChecklistLine } from './checklist-card.tsx';

type Props = Readonly<{
  unit: Unit;
  line: ChecklistLine;
  detail: CaseDetail;
  /** It can't be tested (any more), or not by this person. */
  disabled: boolean;
  onDone: () => void;
}>;

/** One unit on the table: its parts, photos, and the verdict. What is not checked off is named in the note. */
export const UnitCard = ({ unit, line, detail, disabled, onDone }: Props) => {
  const [here, setHere] = useState<string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const { id, version } = detail.case;
  const record = useAction(
    useCallback((body: object) => write(`/cases/${id}/steps`, { version, body }), [id, version]),
    useMemo(() => ({ message: t('desk.unit.recorded'), after: onDone }), [onDone]),
  );
  const missing = line.parts.filter((part) => !here.includes(part));
  const result =
    chosen ?? (line.parts.length > 0 && missing.length > 0 && here.length > 0 ? 'missing_components' : 'accepted');
  const title = t('desk.unit', { title: line.title, position: unit.position });
  const submit = (): void => {
    const parts =
      result === 'missing_components' && missing.length > 0
        ? t('desk.parts.missing', { parts: missing.join(', ') })
        : '';
    const said = [note.trim(), parts]
      .filter((text) => text !== '')
      .join('. ')
      .slice(0, 500);
    void record.run({
      kind: 'unit.inspect',
      unitIds: [unit.id],
      result,
      ...(said === '' ? {} : { note: said }),
      photos: photos.map((photo) => ({ id: photo.id })),
    });
  };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h3" variant="headingSm">
            <span className="mg-name">{title}</span>
          </Text>
          <LookBadge group="goods" value={unit.goods} />
        </InlineStack>
        {unit.result !== null && <Text as="p">{t('desk.unit.tested', { result: word('result', unit.result) })}</Text>}
        {!disabled && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <BlockStack gap="300">
              {record.error && <ProblemBanner error={record.error} onDismiss={record.clear} />}
              {line.parts.length > 0 && (
                <ChoiceList
                  allowMultiple
                  title={t('desk.parts')}
                  choices={line.parts.map((part) => ({ label: part, value: part }))}
                  selected={here}
                  onChange={setHere}
                />
              )}
              <Select
                label={t('desk.unit.verdict')}
                options={INSPECTION_RESULTS.map((one) => ({ label: word('result', one), value: one }))}
                value={result}
                onChange={setChosen}
              />
              <TextField
                label={t('step-field.note')}
                value={note}
                onChange={setNote}
                // Enter, which a scanner presses, must not record a verdict from here.
                multiline={1}
                maxLength={400}
                autoComplete="off"
              />
              <PhotoInput label={t('step-field.photos')} photos={photos} onChange={setPhotos} />
              <InlineStack>
                <Button submit variant="primary" size="large" loading={record.busy}>
                  {t('desk.unit.record')}
                </Button>
              </InlineStack>
            </BlockStack>
          </form>
        )}
      </BlockStack>
    </Card>
  );
};
