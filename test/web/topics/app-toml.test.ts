import { describe, expect, it } from 'vitest';
import { NEEDED_SCOPES } from '../../../web/shell/scopes.ts';
import { TOPICS } from '../../../web/topics/topics.ts';
import { subscribedTopics, tomlLists, tomlValues } from '../../sandbox/shopify/app-toml.ts';

describe('shopify.app.toml', () => {
  it('subscribes to topics that are understood, each once', () => {
    const topics = [...tomlLists('topics'), ...tomlLists('compliance_topics')];
    expect(topics.length).toBeGreaterThan(30);
    expect(topics.filter((topic) => !Object.hasOwn(TOPICS, topic))).toEqual([]);
    expect(new Set(topics).size).toBe(topics.length);
  });

  it('subscribes to everything that is understood, so that no meaning is dead', () => {
    const topics = subscribedTopics();
    expect(Object.keys(TOPICS).filter((topic) => !topics.has(topic))).toEqual([]);
  });

  it('has the three compliance topics that no app may be without', () => {
    expect(tomlLists('compliance_topics').sort()).toEqual([
      'customers/data_request',
      'customers/redact',
      'shop/redact',
    ]);
  });

  it('sends all of it to /webhooks, in the version the operations are written for', () => {
    expect(new Set(tomlValues('uri'))).toEqual(new Set(['/webhooks']));
    expect(tomlValues('api_version')).toEqual(['2026-10']);
  });

  it('asks for no scope twice, and for none that the other includes', () => {
    const scopes = (tomlValues('scopes')[0] ?? '').split(',');
    expect(new Set(scopes).size).toBe(scopes.length);
    const written = new Set(scopes.filter((scope) => scope.startsWith('write_')).map((scope) => scope.slice(6)));
    expect(scopes.filter((scope) => scope.startsWith('read_') && written.has(scope.slice(5)))).toEqual([]);
  });

  it('asks for the scopes whose absence is shown, and for no other', () => {
    expect((tomlValues('scopes')[0] ?? '').split(',').sort()).toEqual([...NEEDED_SCOPES].sort());
  });
});
