import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOPICS } from '../../../web/topics/topics.ts';

const toml = readFileSync(new URL('../../../shopify.app.toml', import.meta.url), 'utf8').replace(/^\s*#.*$/gm, '');

/** The strings of every `name = [ … ]` in the file. */
const lists = (name: string): string[] =>
  [...toml.matchAll(new RegExp(`^${name}\\s*=\\s*\\[([^\\]]*)\\]`, 'gm'))].flatMap(([, body = '']) =>
    [...body.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text),
  );
const values = (name: string): string[] =>
  [...toml.matchAll(new RegExp(`^${name}\\s*=\\s*"([^"]*)"`, 'gm'))].map(([, text = '']) => text);

describe('shopify.app.toml', () => {
  it('subscribes to topics that are understood, each once', () => {
    const topics = [...lists('topics'), ...lists('compliance_topics')];
    expect(topics.length).toBeGreaterThan(30);
    expect(topics.filter((topic) => !Object.hasOwn(TOPICS, topic))).toEqual([]);
    expect(new Set(topics).size).toBe(topics.length);
  });

  it('subscribes to everything that is understood, so that no meaning is dead', () => {
    const topics = new Set([...lists('topics'), ...lists('compliance_topics')]);
    expect(Object.keys(TOPICS).filter((topic) => !topics.has(topic))).toEqual([]);
  });

  it('has the three compliance topics that no app may be without', () => {
    expect(lists('compliance_topics').sort()).toEqual(['customers/data_request', 'customers/redact', 'shop/redact']);
  });

  it('sends all of it to /webhooks, in the version the operations are written for', () => {
    expect(new Set(values('uri'))).toEqual(new Set(['/webhooks']));
    expect(values('api_version')).toEqual(['2026-10']);
  });

  it('asks for no scope twice, and for none that the other includes', () => {
    const scopes = (values('scopes')[0] ?? '').split(',');
    expect(new Set(scopes).size).toBe(scopes.length);
    const written = new Set(scopes.filter((scope) => scope.startsWith('write_')).map((scope) => scope.slice(6)));
    expect(scopes.filter((scope) => scope.startsWith('read_') && written.has(scope.slice(5)))).toEqual([]);
  });
});
