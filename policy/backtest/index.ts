export * from './backtest.ts';
export type { Answer, Basis, Direction } from './compare.ts';
export { type AskKind, type NaturalAsk, naturalAsks } from './natural-asks.ts';
export type { AskCount, BacktestResult, Example, MoneyDelta, Turn } from './tally.ts';
