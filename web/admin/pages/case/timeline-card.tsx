import { BlockStack, Card, InlineStack, Text } from '@shopify/polaris';
import type { CaseDetail, Entry } from '../../../edge/admin/contract.ts';
import { ClauseTag } from '../../components/clause-tag.tsx';
import { When } from '../../components/when.tsx';
import { t, word } from '../../messages/index.ts';
import { useShop } from '../../shop/shop-context.tsx';
import { entrySentence } from '../../words/sentence.ts';
import { short } from '../../words/short.ts';
import { NoteForm } from './note-form.tsx';

/** Out of `new` is no move that says anything: the case was opened. */
const moved = ({ from, to }: Entry): boolean => from !== null && to !== null && from !== to && from !== 'new';

/** A refund moves through states of its own. */
const stateWord = ({ event }: Entry, state: string | null): string =>
  word(event.startsWith('refund.') ? 'intent' : 'state', state ?? '');

const Item = ({ entry }: { entry: Entry }) => {
  const { instantsIn } = useShop();
  return (
    <li className="mg-entry">
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          <Text as="span">{entrySentence(entry, instantsIn)}</Text>
          {entry.clauses.map((clause) => (
            <ClauseTag key={clause} clause={clause} />
          ))}
        </InlineStack>
        <Text as="p" tone="subdued" variant="bodySm">
          <span title={t('case.timeline.chain', { seq: entry.seq, digest: short(entry.digest) })}>
            <When at={entry.at} />
          </span>{' '}
          {t('app.by', { name: entry.byName })}
          {moved(entry) && (
            <>
              {' · '}
              {t('case.timeline.from-to', { from: stateWord(entry, entry.from), to: stateWord(entry, entry.to) })}
            </>
          )}
        </Text>
      </BlockStack>
    </li>
  );
};

/** The case's history, newest first, and room to write something down. */
export const TimelineCard = ({ detail, onNoted }: { detail: CaseDetail; onNoted: () => void }) => (
  <Card>
    <BlockStack gap="400">
      <Text as="h2" variant="headingMd">
        {t('case.timeline')}
      </Text>
      <NoteForm caseId={detail.case.id} onNoted={onNoted} />
      <ol className="mg-timeline">
        {detail.entries.toReversed().map((entry) => (
          <Item key={entry.id} entry={entry} />
        ))}
      </ol>
    </BlockStack>
  </Card>
);
