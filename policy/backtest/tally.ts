import type { ClauseId } from '../clauses.ts';
import { sortClauses } from '../clauses.ts';
import type { Action, Decision, Verdict } from '../decision.ts';
import type { Currency, Minor } from '../money/money.ts';
import type { PastAbout } from './backtest.ts';
import { type Answer, answerOf, type Basis, type Direction, directionOf, isFlip, moneyByClause } from './compare.ts';
import { sameAnswer } from './same-answer.ts';

export type BacktestResult = Readonly<{
  /** Questions asked; each is same, changed or unanswerable. */
  cases: number;
  same: number;
  changed: number;
  unanswerable: number;
  /** Of the changed ones, those with another verdict or another action. */
  flips: number;
  directions: Readonly<Record<Direction, number>>;
  /** Of the flips alone. */
  flipped: Readonly<Record<Direction, number>>;
  /** By kind of question, where cases say theirs; most flips first. */
  asks: readonly AskCount[];
  /** What became what, most frequent first. */
  turns: readonly Readonly<{ from: Turn; to: Turn; count: number }>[];
  /** By clause and currency, only where the versions differ; `basis` keeps money apart from what is only estimated. */
  money: readonly MoneyDelta[];
  /**
   * What of a difference in `money` only waits: it comes from questions that one version decides, while the other asks
   * for more first, or asks a person. Below zero: it waits with the second version.
   */
  waits: readonly Readonly<Pick<MoneyDelta, 'basis' | 'clause' | 'currency' | 'delta'>>[];
  /** Clauses that are cited by one version and not by the other in some case. */
  clauses: readonly ClauseId[];
  /** A few of each turn, never more than asked for. */
  examples: readonly Example[];
  /** Questions that no version can answer (facts that contradict each other), a few of them by code. */
  problems: readonly Readonly<{ label: string; code: string }>[];
}>;

export type Turn = Readonly<{ verdict: Verdict; action: Action }>;
export type MoneyDelta = Readonly<{
  basis: Basis;
  clause: ClauseId | 'none';
  currency: Currency;
  before: Minor;
  after: Minor;
  delta: Minor;
}>;
export type Example = Readonly<{
  label: string;
  about?: PastAbout;
  before: Answer;
  after: Answer;
  direction: Direction;
}>;
/** How one kind of question fared. */
export type AskCount = Readonly<{ ask: string; cases: number; flips: number; changed: number }>;

export type TallyLimits = Readonly<{ examples: number; examplesPerTurn: number; problems: number }>;

/** Nothing is decided yet: more has to be known, or a person decides. */
const isOpen = ({ verdict }: Decision): boolean => verdict === 'needs-info' || verdict === 'needs-person';

/**
 * Counts as it goes. What it keeps grows with the kinds of answers, currencies and clauses there are, never with the
 * number of cases.
 */
export class Tally {
  #cases = 0;
  #same = 0;
  #flips = 0;
  #unanswerable = 0;
  readonly #directions: Record<Direction, number> = { better: 0, worse: 0, other: 0 };
  readonly #flipped: Record<Direction, number> = { better: 0, worse: 0, other: 0 };
  readonly #turns = new Map<string, { from: Turn; to: Turn; count: number }>();
  readonly #money = new Map<
    string,
    { basis: Basis; clause: ClauseId | 'none'; currency: Currency; before: Minor; after: Minor; waits: Minor }
  >();
  readonly #asks = new Map<string, { ask: string; cases: number; flips: number; changed: number }>();
  readonly #clauses = new Set<ClauseId>();
  readonly #examples: Example[] = [];
  readonly #problems: { label: string; code: string }[] = [];
  readonly #limits: TallyLimits;

  constructor(limits: TallyLimits) {
    this.#limits = limits;
  }

  get cases(): number {
    return this.#cases;
  }

  get changed(): number {
    return this.#cases - this.#same - this.#unanswerable;
  }

  problem(label: string, code: string): void {
    this.#cases += 1;
    this.#unanswerable += 1;
    if (this.#problems.length < this.#limits.problems) this.#problems.push({ label, code });
  }

  compare(label: string, currency: Currency, a: Decision, b: Decision, about?: PastAbout): void {
    this.#cases += 1;
    const asked = about === undefined ? null : this.#ask(about.ask);
    if (asked !== null) asked.cases += 1;
    const waits = isOpen(a) !== isOpen(b);
    this.#addMoney(a, currency, 'before', waits);
    this.#addMoney(b, currency, 'after', waits);
    const before = answerOf(a, currency);
    const after = answerOf(b, currency);
    if (sameAnswer(a, b)) {
      this.#same += 1;
      return;
    }
    for (const clause of a.clauses) if (!b.clauses.includes(clause)) this.#clauses.add(clause);
    for (const clause of b.clauses) if (!a.clauses.includes(clause)) this.#clauses.add(clause);
    const direction = directionOf(before, after);
    this.#directions[direction] += 1;
    const flips = isFlip(before, after) ? 1 : 0;
    this.#flips += flips;
    this.#flipped[direction] += flips;
    if (asked !== null) {
      asked.changed += 1;
      asked.flips += flips;
    }
    const seen = this.#turn(before, after);
    if (seen <= this.#limits.examplesPerTurn && this.#examples.length < this.#limits.examples) {
      this.#examples.push({ label, ...(about === undefined ? {} : { about }), before, after, direction });
    }
  }

  #ask(ask: string): { ask: string; cases: number; flips: number; changed: number } {
    const known = this.#asks.get(ask) ?? { ask, cases: 0, flips: 0, changed: 0 };
    this.#asks.set(ask, known);
    return known;
  }

  #turn(before: Answer, after: Answer): number {
    const from = { verdict: before.verdict, action: before.action };
    const to = { verdict: after.verdict, action: after.action };
    const key = `${from.verdict} ${from.action} ${to.verdict} ${to.action}`;
    const turn = this.#turns.get(key) ?? { from, to, count: 0 };
    turn.count += 1;
    this.#turns.set(key, turn);
    return turn.count;
  }

  #addMoney(decision: Decision, currency: Currency, side: 'before' | 'after', waits: boolean): void {
    for (const { basis, clause, amount } of moneyByClause(decision)) {
      const key = `${basis} ${currency} ${clause}`;
      const sums = this.#money.get(key) ?? { basis, clause, currency, before: 0, after: 0, waits: 0 };
      sums[side] += amount;
      if (waits) sums.waits += side === 'after' ? amount : -amount;
      this.#money.set(key, sums);
    }
  }

  result(): BacktestResult {
    return {
      cases: this.#cases,
      same: this.#same,
      changed: this.changed,
      unanswerable: this.#unanswerable,
      flips: this.#flips,
      directions: { ...this.#directions },
      flipped: { ...this.#flipped },
      asks: [...this.#asks.values()]
        .map((asked) => ({ ...asked }))
        .sort((a, b) => b.flips - a.flips || b.changed - a.changed || (a.ask < b.ask ? -1 : 1)),
      turns: [...this.#turns.values()].map((turn) => ({ ...turn })).sort((a, b) => b.count - a.count),
      money: [...this.#money.values()]
        .filter((sums) => sums.before !== sums.after)
        .map(({ waits: _, ...sums }) => ({ ...sums, delta: sums.after - sums.before }))
        .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta)),
      waits: [...this.#money.values()]
        .filter(({ before, after, waits }) => before !== after && waits !== 0)
        .map(({ basis, clause, currency, waits }) => ({ basis, clause, currency, delta: waits })),
      clauses: sortClauses([...this.#clauses]),
      examples: [...this.#examples],
      problems: [...this.#problems],
    };
  }
}
