import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callsIn, type Replayed, replay } from './recordings/replay.ts';
import { type TriedRoom, tryRoom } from './try-room.ts';

/**
 * Live answers of the Admin API, made again in the sandbox: same errors, same states, same shape. A folder of recordings
 * is named by `SHOPIFY_RECORDINGS`; what matters most is kept here, with nothing in it of the shop it came from.
 */
const OWN = path.join(import.meta.dirname, 'recordings');
const FOLDER = process.env.SHOPIFY_RECORDINGS;

let tried: TriedRoom;
beforeEach(async () => {
  tried = await tryRoom();
});
afterEach(() => tried.stop());

const filesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.json'));
const made = async (folder: string, file: string): Promise<readonly Replayed[]> =>
  replay(tried, callsIn(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))));

describe('recordings kept here', () => {
  it.each(filesIn(OWN))('%s: the sandbox answers the same', async (file) => {
    const results = await made(OWN, file);
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ outcome }) => outcome !== 'same')).toEqual([]);
  });
});

/** What Makegood changes in Shopify: here the sandbox has to answer as Shopify does. */
const OURS =
  /^(orderCancel|refundCreate|return(Create|Request|ApproveRequest|DeclineRequest|Cancel|Close|Reopen|Process)|removeFromReturn|reverse\w+|fulfillmentOrder(Hold|ReleaseHold|SubmitCancellationRequest))$/;
/** Where it does not, and need not: the words for a value that no enum has are the schema library's. */
const KNOWN = /was provided invalid value for .*Expected "\w+" to be one of/;

describe.runIf(FOLDER !== undefined)('recordings of a folder', () => {
  it.each(FOLDER === undefined ? [] : filesIn(FOLDER))('%s', async (file) => {
    const results = await made(FOLDER as string, file);
    for (const { operation, outcome, because } of results)
      if (outcome !== 'same') console.log(`${file}: ${operation} ${outcome}: ${because}`);
    const wrong = results.filter(
      (one) => OURS.test(one.operation) && one.outcome === 'differs' && !KNOWN.test(one.because),
    );
    expect(wrong).toEqual([]);
    console.log(`${file}: ${results.filter(({ outcome }) => outcome === 'same').length} of ${results.length} the same`);
  });
});
