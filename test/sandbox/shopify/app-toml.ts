import { readFileSync } from 'node:fs';

const toml = readFileSync(new URL('../../../shopify.app.toml', import.meta.url), 'utf8').replace(/^\s*#.*$/gm, '');

/** The strings of every `name = [ … ]` in shopify.app.toml. */
export const tomlLists = (name: string): string[] =>
  [...toml.matchAll(new RegExp(`^${name}\\s*=\\s*\\[([^\\]]*)\\]`, 'gm'))].flatMap(([, body = '']) =>
    [...body.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text),
  );

/** The value of every `name = "…"`. */
export const tomlValues = (name: string): string[] =>
  [...toml.matchAll(new RegExp(`^${name}\\s*=\\s*"([^"]*)"`, 'gm'))].map(([, text = '']) => text);

/** Topics that Shopify delivers to the app: those it has subscribed to, and no others. */
export const subscribedTopics = (): ReadonlySet<string> =>
  new Set([...tomlLists('topics'), ...tomlLists('compliance_topics')]);
