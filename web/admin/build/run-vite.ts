import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** `node run-vite.ts <out dir>`: one production build, in a process of its own (see `vite-process.ts`). */
const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('say where to build: node run-vite.ts <out dir>');
await build({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  logLevel: 'warn',
  build: { outDir },
});
