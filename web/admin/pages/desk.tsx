import { BlockStack, Box, Button, Card, InlineStack, Link, Pagination, Text, TextField } from '@shopify/polaris';
import { useEffect, useRef, useState } from 'react';
import type { ParcelList, Scanned } from '../../edge/admin/contract.ts';
import { read } from '../api/client.ts';
import { ApiError } from '../api/problem.ts';
import { useResource } from '../api/use-resource.ts';
import { CaseTable } from '../components/case-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { PageFrame } from '../components/page-frame.tsx';
import { ProblemBanner } from '../components/problem-banner.tsx';
import { SkeletonCard } from '../components/skeletons.tsx';
import { When } from '../components/when.tsx';
import { t, word } from '../messages/index.ts';
import { replaceQuery, useLocation } from '../router/location.ts';
import { QuarantinedParcelCard } from './desk/parcel-card.tsx';
import { QuarantineForm } from './desk/quarantine-form.tsx';
import { ReturnedParcel } from './desk/returned-parcel.tsx';

/**
 * A scanner is a keyboard that presses Enter, and waits for nobody: the field takes the next number while one is looked
 * up, keeps what is half typed when a parcel is found, and has the keyboard then.
 * @param shown  what the desk shows
 * @param looking  the number that is looked up
 */
const ScanField = ({
  shown,
  looking,
  onScan,
}: {
  shown: string;
  looking: string | null;
  onScan: (scan: string) => void;
}) => {
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the desk shows something else
  useEffect(() => box.current?.querySelector('input')?.focus(), [shown]);
  // The button that was pressed last is often gone: what is scanned then would go nowhere.
  useEffect(() => {
    const take = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
      if (document.activeElement !== document.body || key.length !== 1 || ctrlKey || metaKey || altKey) return;
      box.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', take);
    return () => document.removeEventListener('keydown', take);
  }, []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onScan(text.trim());
        setText('');
      }}
    >
      <div className="mg-scan" ref={box}>
        <TextField
          label={t('desk.scan')}
          helpText={looking === null ? t('desk.scan.help') : t('desk.scan.looking', { written: looking })}
          value={text}
          onChange={setText}
          autoComplete="off"
          maxLength={200}
          connectedRight={
            <Button submit variant="primary">
              {t('desk.scan.go')}
            </Button>
          }
        />
      </div>
    </form>
  );
};

/** Newest first, a page at a time. */
const KeptApart = () => {
  const cursor = useLocation().query.get('cursor');
  const parcels = useResource<ParcelList>(
    `/desk/parcels${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
    15_000,
  );
  // Cursors only lead forward: the way back is remembered, and starts over where somebody came by a link.
  const [earlier, setEarlier] = useState<readonly (string | null)[]>([]);
  const turn = (to: string | null): void => {
    replaceQuery({ cursor: to });
    window.scrollTo(0, 0);
  };
  return (
    <Loaded resource={parcels} skeleton={<SkeletonCard lines={3} />}>
      {({ parcels: kept, nextCursor }) => (
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {t('desk.parcels')}
            </Text>
            {kept.length === 0 && <Text as="p">{t('desk.parcels.none')}</Text>}
            <BlockStack as="ul" gap="300">
              {kept.map((parcel) => (
                <li key={parcel.id}>
                  <Link url={`/desk?parcel=${parcel.id}`}>{t('desk.parcel', { number: parcel.number })}</Link>
                  <Text as="p" tone="subdued">
                    {word('parcel-problem', parcel.problem)}, {t('desk.parcel.received')}{' '}
                    <When at={parcel.receivedAt} />
                  </Text>
                </li>
              ))}
            </BlockStack>
            {(nextCursor !== null || cursor !== null) && (
              <Pagination
                hasNext={nextCursor !== null}
                hasPrevious={cursor !== null}
                nextTooltip={t('desk.parcels.next')}
                previousTooltip={t('desk.parcels.previous')}
                onNext={() => {
                  setEarlier([...earlier, cursor]);
                  turn(nextCursor);
                }}
                onPrevious={() => {
                  setEarlier(earlier.slice(0, -1));
                  turn(earlier.at(-1) ?? null);
                }}
              />
            )}
          </BlockStack>
        </Card>
      )}
    </Loaded>
  );
};

/** The warehouse's page: scan, take in, check off, photograph, give a verdict; or keep apart what is nobody's yet. */
export default function Desk() {
  const { query } = useLocation();
  const [caseId, parcelId] = [query.get('case'), query.get('parcel')];
  const [scanned, setScanned] = useState<Exclude<Scanned, { found: 'case' }> | null>(null);
  const [apart, setApart] = useState<{ problem: 'unmarked' | 'misread' | 'unknown'; written: string | null } | null>(
    null,
  );
  const [looking, setLooking] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  /** Counts what was scanned: an answer that comes after the next scan is about a parcel that is not on the table any more. */
  const newest = useRef(0);

  const clear = (): void => {
    newest.current += 1;
    setLooking(null);
    setScanned(null);
    setApart(null);
    setError(null);
  };
  const scan = async (text: string): Promise<void> => {
    clear();
    const mine = newest.current;
    setLooking(text);
    try {
      const found = await read<Scanned>(`/desk/scan?scan=${encodeURIComponent(text)}`);
      if (mine !== newest.current) return;
      if (found.found === 'case') replaceQuery({ case: found.caseId, parcel: null });
      else {
        replaceQuery({ case: null, parcel: null });
        setScanned(found);
      }
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      if (mine === newest.current) setError(failure);
    } finally {
      if (mine === newest.current) setLooking(null);
    }
  };
  const next = (): void => {
    clear();
    replaceQuery({ case: null, parcel: null });
  };

  const said =
    scanned === null
      ? ''
      : scanned.found === 'several'
        ? t('desk.several')
        : t(`desk.none.${scanned.problem}`, { written: scanned.written });
  return (
    <PageFrame title={t('desk.title')}>
      <div aria-live="polite" className="mg-hidden">
        {said}
      </div>
      <BlockStack gap="400">
        <Card>
          <ScanField shown={`${caseId} ${parcelId}`} looking={looking} onScan={(text) => void scan(text)} />
          {caseId === null && parcelId === null && apart === null && (
            <Box paddingBlockStart="300">
              <Button variant="plain" onClick={() => setApart({ problem: 'unmarked', written: null })}>
                {t('desk.unmarked')}
              </Button>
            </Box>
          )}
        </Card>
        {error && <ProblemBanner error={error} onDismiss={() => setError(null)} />}
        {scanned?.found === 'none' && apart === null && (
          <Card>
            <BlockStack gap="300">
              <Text as="h2" variant="headingMd">
                {t(`desk.none.${scanned.problem}`, { written: scanned.written })}
              </Text>
              <Text as="p">{t('desk.none.text')}</Text>
              <InlineStack>
                <Button onClick={() => setApart({ problem: scanned.problem, written: scanned.written })}>
                  {t('desk.apart.title')}
                </Button>
              </InlineStack>
            </BlockStack>
          </Card>
        )}
        {scanned?.found === 'several' && <Text as="p">{t('desk.several')}</Text>}
        {scanned?.found === 'several' && (
          <Loaded resource={{ data: scanned, error: null, refresh: () => undefined }} skeleton={null}>
            {(found) => (
              <Card padding="0">
                <CaseTable cases={found.cases} pathOf={(id) => `/desk?case=${encodeURIComponent(id)}`} />
              </Card>
            )}
          </Loaded>
        )}
        {apart !== null && (
          <QuarantineForm
            problem={apart.problem}
            written={apart.written}
            onDone={next}
            onClose={() => setApart(null)}
          />
        )}
        {caseId !== null && <ReturnedParcel key={caseId} caseId={caseId} onNext={next} />}
        {parcelId !== null && <QuarantinedParcelCard key={parcelId} id={parcelId} onClosed={next} />}
        {caseId === null && parcelId === null && <KeptApart />}
      </BlockStack>
    </PageFrame>
  );
}
