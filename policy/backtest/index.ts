export * from './backtest.ts';
export type { Answer, Basis, Direction } from './compare.ts';
export type { BacktestResult, Example, MoneyDelta, Turn } from './tally.ts';
