import { afterAll, beforeAll } from 'vitest';
import { customerWords } from './customer-words.ts';
import { returnWords } from './return-words.ts';
import { type TestStage, testStage } from './stage.ts';

/** A slow machine builds the admin page and creates a database first. */
const START_MS = 90_000;

/**
 * The opening of a file of scenarios: a stage that is there from the first one to the last, and who speaks on it. What
 * is returned works from the first `beforeAll` of the file on, not while its tests are being collected.
 */
export const setTheStage = (options: Parameters<typeof testStage>[0] = {}) => {
  const stage = {} as TestStage;
  beforeAll(async () => {
    Object.assign(stage, await testStage(options));
  }, START_MS);
  // Missing where it never started.
  afterAll(() => stage.stop?.());
  return { stage, say: returnWords(stage), customer: customerWords(stage) };
};
