import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs Vite in a child process, for two reasons: React is built for production by `NODE_ENV` alone, which belongs to
 * the process that asks (tests run under `test`, the demo under `development`); and a server that built its pages does
 * not keep a bundler in memory.
 * @throws Error with what Vite said
 */
export const runVite = async (outDir: string): Promise<void> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./run-vite.ts', import.meta.url)), outDir], {
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`the admin app did not build (vite ended with ${code}): ${said.slice(-4000)}`);
};
