import { backorder } from './backorder.ts';
import { cancellation } from './cancellation.ts';
import { exchange } from './exchange.ts';
import { inspection } from './inspection.ts';
import type { AnyMachine, Machine } from './machine.ts';
import type { PersonFacts } from './person.ts';
import { refundIntent } from './refund-intent.ts';
import { returnCase } from './return-case.ts';

/** All six, by the names that cases and units are kept under. */
export const machines = { cancellation, backorder, return: returnCase, inspection, refund: refundIntent, exchange };

/** The same for code that only walks tables. */
export const allMachines: readonly AnyMachine[] = Object.values(machines);

/**
 * The machine of a case whatever its kind, for what is alike in all of them: stopping, opening again. Events are plain
 * words here, and `step` refuses one that a state does not take.
 */
export const caseMachine = (kind: 'cancellation' | 'backorder' | 'return') =>
  machines[kind] as unknown as Machine<string, string, PersonFacts, string>;

export * from './backorder.ts';
export * from './cancellation.ts';
export * from './exchange.ts';
export * from './inspection.ts';
export * from './machine.ts';
export * from './person.ts';
export * from './refund-intent.ts';
export * from './return-case.ts';
