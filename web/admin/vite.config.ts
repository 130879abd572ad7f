import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { preloads } from './build/preloads.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * `vite build web/admin` → web/admin/dist, names by content. React and Polaris sit in a chunk of their own that stays
 * cached when only pages change; each page is a chunk, loaded when it is opened.
 */
export default defineConfig({
  root,
  plugins: [react(), preloads()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Shopify admin supports the two newest versions of each browser.
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    // A note about time spent in plugins, on every build.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
