import { BlockStack, Button, InlineGrid, InlineStack, Link, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { BacktestResult, BacktestRun } from '../../../edge/admin/contract.ts';
import { ClauseTag } from '../../components/clause-tag.tsx';
import { ScrollBox } from '../../components/scroll-box.tsx';
import { t, tn, word } from '../../messages/index.ts';
import { casePath, orderPath } from '../../router/match.ts';
import { useShop } from '../../shop/shop-context.tsx';

/** e.g. `settle.defective.no_fault_found` → `Came back: Defective, No fault found`. */
const askWords = (ask: string): string => {
  const [kind, reason = '', result = ''] = ask.split('.');
  if (kind === 'return') return t('ask.return', { reason: word('reason', reason) });
  if (kind === 'settle') return t('ask.settle', { reason: word('reason', reason), result: word('result', result) });
  return word('ask', ask);
};

/** Enough to see what kind of thing it is. */
const FEW = 4;

type Answer = BacktestResult['examples'][number]['before'];

const useAnswerWords = () => {
  const { money } = useShop();
  return ({ action, verdict, total, currency }: Answer): string => {
    const words = { action: word('action', action), verdict: word('verdict', verdict).toLowerCase() };
    return total === null
      ? t('backtest.answer', words)
      : t('backtest.answer.amount', { ...words, amount: money(total, currency) });
  };
};

const Asks = ({ asks }: Pick<BacktestResult, 'asks'>) => (
  <BlockStack gap="200">
    <Text as="h3" variant="headingSm">
      {t('backtest.asks')}
    </Text>
    <ScrollBox label={t('backtest.asks')}>
      <table className="mg-table">
        <thead>
          <tr>
            <th scope="col">{t('backtest.ask')}</th>
            <th scope="col" className="mg-number">
              {t('backtest.asked')}
            </th>
            <th scope="col" className="mg-number">
              {t('backtest.another')}
            </th>
            <th scope="col" className="mg-number">
              {t('backtest.changed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {asks.map((asked) => (
            <tr key={asked.ask}>
              <th scope="row">{askWords(asked.ask)}</th>
              <td className="mg-number">{asked.cases}</td>
              <td className="mg-number">{asked.flips}</td>
              <td className="mg-number">{asked.changed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  </BlockStack>
);

type MoneyProps = Pick<BacktestResult, 'money' | 'waits'> & { against: number };

const Money = ({ money: rows, waits = [], against }: MoneyProps) => {
  const { money } = useShop();
  /** Money that only waits is neither saved nor lost. */
  const waiting = ({ basis, clause, currency }: BacktestResult['money'][number]): string | null => {
    const found = waits.find((one) => one.basis === basis && one.clause === clause && one.currency === currency);
    if (found === undefined) return null;
    const amount = money(Math.abs(found.delta), currency);
    return found.delta < 0 ? t('backtest.waits', { amount }) : t('backtest.waited', { amount });
  };
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('backtest.money')}
      </Text>
      <Text as="p" tone="subdued">
        {t('backtest.money.help')}
      </Text>
      <ScrollBox label={t('backtest.money')}>
        <table className="mg-table">
          <thead>
            <tr>
              <th scope="col">{t('backtest.clause')}</th>
              <th scope="col">{t('backtest.basis')}</th>
              <th scope="col" className="mg-number">
                {t('backtest.before', { number: against })}
              </th>
              <th scope="col" className="mg-number">
                {t('backtest.after')}
              </th>
              <th scope="col" className="mg-number">
                {t('backtest.delta')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.basis} ${row.clause} ${row.currency}`}>
                <th scope="row">
                  {row.clause === 'none' ? t('backtest.clause.none') : <ClauseTag clause={row.clause} />}
                </th>
                <td>{t(`backtest.basis.${row.basis}`)}</td>
                <td className="mg-number">{money(row.before, row.currency)}</td>
                <td className="mg-number">{money(row.after, row.currency)}</td>
                <td className="mg-number">
                  {row.delta > 0 ? '+' : ''}
                  {money(row.delta, row.currency)}
                  {waiting(row) !== null && (
                    <Text as="p" tone="subdued" variant="bodySm">
                      {waiting(row)}
                    </Text>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </BlockStack>
  );
};

/** Another decision says more than another amount. */
const flipsFirst = (examples: BacktestResult['examples']): BacktestResult['examples'] => {
  const isFlip = ({ before, after }: BacktestResult['examples'][number]): boolean =>
    before.verdict !== after.verdict || before.action !== after.action;
  return [...examples.filter(isFlip), ...examples.filter((example) => !isFlip(example))];
};

const Examples = ({ examples }: Pick<BacktestResult, 'examples'>) => {
  const answer = useAnswerWords();
  const [all, setAll] = useState(false);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('backtest.examples')}
      </Text>
      <BlockStack as="ul" gap="300">
        {flipsFirst(examples)
          .slice(0, all ? undefined : FEW)
          .map(({ label, about, before, after, direction }) => (
            <li key={`${label} ${about?.ask}`}>
              <BlockStack gap="050">
                <InlineStack gap="200">
                  {about === undefined ? (
                    <Text as="span">{label}</Text>
                  ) : about.caseId === null ? (
                    <Link url={orderPath(about.orderId)}>{label}</Link>
                  ) : (
                    <Link url={casePath(about.caseId)}>{t('backtest.case', { number: label })}</Link>
                  )}
                  <Text as="span">{about && askWords(about.ask)}</Text>
                </InlineStack>
                <Text as="p">
                  {answer(before) === answer(after)
                    ? t('backtest.same', { answer: answer(after) })
                    : `${answer(before)} → ${answer(after)}`}
                </Text>
                {direction !== 'other' && (
                  <Text as="p" tone="subdued">
                    {t(`backtest.${direction}`)}
                  </Text>
                )}
              </BlockStack>
            </li>
          ))}
      </BlockStack>
      {examples.length > FEW && (
        <InlineStack>
          <Button variant="plain" onClick={() => setAll(!all)}>
            {all ? t('backtest.examples.less') : t('backtest.examples.more', { count: examples.length })}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
};

/** What came of a run: how many decisions, in which direction, by question, by clause and currency, and some to look at. */
export const BacktestReport = ({ run, result }: { run: BacktestRun; result: BacktestResult }) => {
  if (run.total === 0) return <Text as="p">{t('backtest.no-past')}</Text>;
  if (result.changed === 0) {
    return <Text as="p">{t('backtest.nothing', { cases: result.cases, total: run.total })}</Text>;
  }
  const softer = result.changed - result.flips;
  const asks = result.asks.filter((asked) => asked.changed > 0);
  return (
    <BlockStack gap="400">
      <BlockStack gap="050">
        <Text as="p" variant="headingMd">
          {result.flips === 0
            ? t('backtest.flips.none', { cases: result.cases })
            : tn('backtest.flips', result.flips, { cases: result.cases })}
        </Text>
        <Text as="p">{t('backtest.directions', result.flips > 0 ? result.flipped : result.directions)}</Text>
        {softer > 0 && <Text as="p">{tn('backtest.softer', softer)}</Text>}
        {result.unanswerable > 0 && (
          <Text as="p" tone="subdued">
            {tn('backtest.unanswerable', result.unanswerable)}
          </Text>
        )}
      </BlockStack>
      <InlineGrid columns={{ xs: 1, lg: result.money.length > 0 ? 2 : 1 }} gap="500" alignItems="start">
        {asks.length > 0 && <Asks asks={asks} />}
        {result.money.length > 0 && <Money money={result.money} waits={result.waits} against={run.against} />}
      </InlineGrid>
      {result.examples.length > 0 && <Examples examples={result.examples} />}
    </BlockStack>
  );
};
