import { expect, it } from 'vitest';
import { interpret } from '../../slack/interpret/index.ts';
import { endure } from '../slack/interpret/support/endure.ts';

const SENTENCES = 150_000;

it(`proposes nothing from ${SENTENCES} sentences that ask, forbid or command`, () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`seed ${seed}; SEED=${seed} runs the same again`);
  const { proposed, illTyped } = endure(interpret, seed, SENTENCES);
  expect(proposed).toEqual([]);
  expect(illTyped).toEqual([]);
});
