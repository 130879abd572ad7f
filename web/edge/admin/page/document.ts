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

/** Which files a page wants beside those that the document names; `:id` in a path stands for one segment. */
type Preloads = readonly Readonly<{ path: string; files: readonly string[] }>[];

const fits = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern, path].map((one) => one.split('/').filter((segment) => segment !== ''));
  return (
    wanted?.length === given?.length &&
    wanted?.every((segment, at) => segment === ':id' || segment === given?.[at]) === true
  );
};

/** The page's own files are named in the document: they come along with the first ones, not after these have run. */
const withPreloads = (html: string, preloads: Preloads, path: string): string => {
  const files = preloads.find((one) => fits(one.path, path))?.files ?? [];
  const links = files.map((file) => `<link rel="modulepreload" crossorigin href="/${escapeAttribute(file)}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
};

/** A hint: a build without it is as good, only slower. */
const readPreloads = async (distDir: string): Promise<Preloads> => {
  try {
    return JSON.parse(await readFile(join(distDir, 'preloads.json'), 'utf8')) as Preloads;
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * Gives the document of a page's path, read again when a new build replaced it.
 * @returns null where nothing has been built
 */
export const documentOf = (
  distDir: string,
  apiKey: string,
  appBridgeUrl: string,
): ((path: string) => Promise<string | null>) => {
  const index = join(distDir, 'index.html');
  let kept: { html: string; preloads: Preloads; mtimeMs: number } | null = null;
  return async (path) => {
    try {
      const { mtimeMs } = await stat(index);
      if (kept?.mtimeMs !== mtimeMs) {
        const [html, preloads] = await Promise.all([readFile(index, 'utf8'), readPreloads(distDir)]);
        kept = { html: withAppBridge(html, apiKey, appBridgeUrl), preloads, mtimeMs };
      }
      return withPreloads(kept.html, kept.preloads, path);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  };
};
