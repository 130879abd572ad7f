import type { Plugin, Rollup } from 'vite';
import { PATTERNS, type PageName } from '../router/match.ts';

/** In the build's folder: which files each page wants beside those that index.html names. */
export const PRELOADS_FILE = 'preloads.json';

/**
 * Writes down what each page is made of, so that the server can name it in the document: the browser then fetches a
 * page's own files along with the first ones, not after these have run.
 */
export const preloads = (): Plugin => ({
  name: 'makegood-preloads',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((one): one is Rollup.OutputChunk => one.type === 'chunk');
    const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
    const reach = (file: string, seen: Set<string>): Set<string> => {
      if (seen.has(file)) return seen;
      seen.add(file);
      for (const next of byFile.get(file)?.imports ?? []) reach(next, seen);
      return seen;
    };
    const first = new Set(
      chunks.filter((chunk) => chunk.isEntry).flatMap((chunk) => [...reach(chunk.fileName, new Set())]),
    );
    const pages = (Object.keys(PATTERNS) as PageName[]).map((page) => {
      const chunk = chunks.find((one) => one.facadeModuleId?.endsWith(`/pages/${page}.tsx`));
      if (chunk === undefined) throw new Error(`page ${page} has no file of its own in the build`);
      const files = [...reach(chunk.fileName, new Set())].filter((file) => !first.has(file));
      return { path: PATTERNS[page], files };
    });
    this.emitFile({ type: 'asset', fileName: PRELOADS_FILE, source: JSON.stringify(pages) });
  },
});
