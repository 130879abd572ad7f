import { type AskOptions, answerTo } from './builders.ts';

type Answer = ReturnType<typeof answerTo>;
type Money = NonNullable<Answer['refund']> | NonNullable<Answer['estimate']>;

/** `80.00 goods + 6.40 tax − 6.50 return label (P12) = 79.90`; what is nothing is left out. */
const money = (told: Money): string => {
  const parts = [
    [told.items, 'goods'],
    [told.tax, 'tax'],
    [told.shipping, 'shipping'],
    [told.duties, 'duties'],
    [told.tips, 'tips'],
  ].filter(([amount]) => Number(amount) !== 0);
  const added = parts.map((part) => part.join(' ')).join(' + ') || '0';
  const taken = told.deductions
    .map((d) => ` − ${d.amount} ${d.label}${d.clause === null ? '' : ` (${d.clause})`}`)
    .join('');
  return `${added}${taken} = ${'total' in told ? told.total : `? (${told.missing.join(', ')})`}`;
};

/** Everything that an answer says, but for why, in one line. */
export const inOneLine = (a: Answer): string =>
  [
    `${a.verdict} ${a.action} ${a.clauses.join(' ')}`,
    ...(a.missing.length > 0 ? [`missing ${a.missing.join(', ')}`] : []),
    ...(a.refund ? [money(a.refund)] : []),
    ...(a.estimate ? [`would be ${money(a.estimate)}`] : []),
    ...(a.reimbursement ? [`${a.reimbursement.amount} to reimburse (${a.reimbursement.clause})`] : []),
    ...(a.rmaDeadline ? [`by ${a.rmaDeadline.date}`] : []),
    a.units
      .map(
        (u) =>
          `${u.quantity} of ${u.lineItemId} ${u.outcome} ${u.clause}${Number(u.amount) === 0 ? '' : ` ${u.amount}`}`,
      )
      .join(', '),
    ...a.warnings.map((w) => `law ${w.market} ${w.clause}`),
  ].join(' | ');

/** The same for a question about the usual order. */
export const oneLine = (ask: unknown, options?: AskOptions): string => inOneLine(answerTo(ask, options));
