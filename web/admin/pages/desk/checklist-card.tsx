import { BlockStack, Button, Card, InlineStack, Text, TextField } from '@shopify/polaris';
import { useCallback, useMemo, useState } from 'react';
import type { Checklist } from '../../../edge/admin/contract.ts';
import { write } from '../../api/client.ts';
import { useAction } from '../../api/use-action.ts';
import { ProblemBanner } from '../../components/problem-banner.tsx';
import { t } from '../../messages/index.ts';

export type ChecklistLine = Checklist['lines'][number];

/** What belongs into a parcel of this product; whoever unpacks may set it, once for all parcels. */
export const ChecklistCard = ({
  line,
  version,
  onSaved,
}: {
  line: ChecklistLine;
  version: number;
  onSaved: () => void;
}) => {
  const [text, setText] = useState<string | null>(null);
  // What a colleague has saved since the form was opened is said instead of overwritten, once.
  const [opened, setOpened] = useState<number | null>(null);
  const seen = opened ?? version;
  const save = useAction(
    useCallback(
      (parts: readonly string[]) =>
        write('/desk/checklists', {
          method: 'PUT',
          version: seen,
          body: { productId: line.productId, title: line.title, parts },
        }),
      [seen, line.productId, line.title],
    ),
    useMemo(() => ({ message: t('desk.parts.saved'), after: onSaved }), [onSaved]),
  );
  const submit = async (): Promise<void> => {
    const parts = (text ?? '').split('\n').map((part) => part.trim());
    if (await save.run(parts.filter((part) => part !== ''))) setText(null);
    else setOpened(null);
  };
  const open = (): void => {
    setText(line.parts.join('\n'));
    setOpened(version);
  };
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h3" variant="headingMd">
          <span className="mg-name">{line.title}</span>
        </Text>
        {text === null ? (
          <InlineStack gap="200" blockAlign="center">
            <Text as="p" tone="subdued">
              {line.parts.length === 0 ? t('desk.parts.none') : `${t('desk.parts')}: ${line.parts.join(', ')}`}
            </Text>
            {line.productId !== null && (
              <Button variant="plain" onClick={open}>
                {t('desk.parts.edit')}
              </Button>
            )}
          </InlineStack>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            <BlockStack gap="200">
              {save.error && <ProblemBanner error={save.error} onDismiss={save.clear} />}
              <TextField
                label={t('desk.parts.label', { title: line.title })}
                value={text}
                onChange={setText}
                multiline={4}
                autoComplete="off"
              />
              <InlineStack gap="200">
                <Button submit loading={save.busy}>
                  {t('desk.parts.save')}
                </Button>
                <Button onClick={() => setText(null)} disabled={save.busy}>
                  {t('steps.cancel')}
                </Button>
              </InlineStack>
            </BlockStack>
          </form>
        )}
      </BlockStack>
    </Card>
  );
};
