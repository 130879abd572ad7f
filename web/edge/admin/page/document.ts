import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where index.html leaves room for what only the server knows; first in `<head>`, before every other script. */
export const PLACEHOLDER = '<!--app-bridge-->';

const escapeAttribute = (value: string): string =>
  value.replace(/[&"<>]/g, (character) => `&#${character.codePointAt(0)};`);

/** The built page with the app's key and the App Bridge script as Shopify asks for them: first, neither async nor deferred. */
export const withAppBridge = (html: string, apiKey: string, appBridgeUrl: string): string => {
  if (!html.includes(PLACEHOLDER)) throw new Error(`index.html of the admin app lacks ${PLACEHOLDER}: build it again`);
  const head =
    `<meta name="shopify-api-key" content="${escapeAttribute(apiKey)}">` +
    `<script src="${escapeAttribute(appBridgeUrl)}"></script>`;
  return html.replace(PLACEHOLDER, head);
};

/**
 * Gives the document, read again when a new build replaced it.
 * @returns null where nothing has been built
 */
export const documentOf = (distDir: string, apiKey: string, appBridgeUrl: string): (() => Promise<string | null>) => {
  const path = join(distDir, 'index.html');
  let kept: { html: string; mtimeMs: number } | null = null;
  return async () => {
    try {
      const { mtimeMs } = await stat(path);
      if (kept?.mtimeMs !== mtimeMs) {
        kept = { html: withAppBridge(await readFile(path, 'utf8'), apiKey, appBridgeUrl), mtimeMs };
      }
      return kept.html;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  };
};
