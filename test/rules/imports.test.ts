import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Which room a file is in: the longest prefix that matches. Order matters only for reading. */
const ROOMS = [
  'policy/app',
  'policy/docs',
  'policy',
  'prisma',
  'slack',
  'web/admin',
  'web/edge/admin/contract',
  'web/edge',
  'web/topics',
  'web/shell',
  'web/adapters',
  'web/compose.ts',
  'web/start.ts',
  'web',
  'test',
] as const;
type Room = (typeof ROOMS)[number];

/** What each room may import of the others. Everybody may import their own room. */
const MAY: Readonly<Record<Room, readonly Room[] | 'everything'>> = {
  policy: [],
  'policy/app': ['policy'],
  'policy/docs': ['policy', 'policy/app'],
  prisma: ['policy', 'policy/app'],
  slack: ['policy', 'policy/app'],
  'web/adapters': ['policy', 'policy/app', 'web/shell'],
  'web/topics': ['policy', 'policy/app'],
  'web/shell': ['policy', 'policy/app'],
  'web/edge/admin/contract': ['policy', 'policy/app'],
  'web/edge': ['policy', 'policy/app', 'web/shell', 'web/edge/admin/contract'],
  'web/admin': ['policy', 'policy/app', 'web/edge/admin/contract'],
  // Entry points and the server's frame: they know compose and configuration, nothing of the rooms' insides.
  web: ['web/start.ts', 'policy', 'policy/app'],
  // Opens the database and composes: what compose does, with the process around it.
  'web/start.ts': ['prisma', 'policy', 'policy/app', 'web/compose.ts', 'web/shell', 'web'],
  'web/compose.ts': [
    'policy',
    'policy/app',
    'prisma',
    'slack',
    'web',
    'web/shell',
    'web/edge',
    'web/adapters',
    'web/topics',
    'web/admin',
  ],
  test: 'everything',
};

/** Packages that the pure core may use; all else would bring in the world. */
const CORE_PACKAGES = ['zod', 'temporal-polyfill', 'node:crypto'];
/** Command-line faces of pure modules read standard input; nothing imports them. */
const FACES = ['policy/decide/cli.ts', 'policy/decide/explain.ts', 'policy/docs/generate.ts', 'slack/interpret/cli.ts'];
/** Adapters may use these types of the shell, nothing that acts. */
const SHELL_PORTS = ['web/shell/effects/runner.ts', 'web/shell/log.ts', 'web/shell/clock.ts'];

const SKIP = new Set(['node_modules', 'generated', 'dist', 'coverage']);
const files = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (SKIP.has(entry.name)) return [];
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? files(name) : /\.(ts|tsx|mts|mjs)$/.test(entry.name) ? [name] : [];
  });

const roomOf = (file: string): Room => {
  const room = [...ROOMS]
    .sort((a, b) => b.length - a.length)
    .find((prefix) => file === prefix || file === `${prefix}.ts` || file.startsWith(`${prefix}/`));
  if (room === undefined) throw new Error(`${file} is in no room: add one here, and say what it may import`);
  return room;
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;
const importsOf = (file: string): string[] =>
  [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(IMPORT)].map(
    (match) => (match[1] ?? match[2] ?? match[3]) as string,
  );

const resolved = (file: string, specifier: string): string =>
  path.posix.normalize(`${path.posix.dirname(file)}/${specifier}`);

const complaints = (room: Room): string[] =>
  [...new Set(['policy', 'prisma', 'slack', 'web', 'test'])]
    .flatMap(files)
    .filter((file) => roomOf(file) === room)
    .flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        if (!specifier.startsWith('.')) {
          const core = room === 'policy' && !FACES.includes(file);
          const known = CORE_PACKAGES.some((name) => specifier === name || specifier.startsWith(`${name}/`));
          return core && !known ? [`${file} imports the package ${specifier}`] : [];
        }
        const target = resolved(file, specifier);
        if (target === 'package.json' || !/^(policy|prisma|slack|web|test)\//.test(target)) return [];
        const other = roomOf(target);
        const may = MAY[room];
        if (other === room || may === 'everything' || may.includes(other)) {
          if (room === 'web/adapters' && other === 'web/shell' && !SHELL_PORTS.includes(target))
            return [`${file} imports ${target}`];
          return [];
        }
        return [`${file} imports ${target}`];
      }),
    );

describe('import rules', () => {
  it.each(ROOMS)('%s imports only what it may', (room) => {
    expect(complaints(room)).toEqual([]);
  });

  it('the core reads no clock, no environment and nothing random', () => {
    const impure = files('policy')
      .filter((file) => (roomOf(file) === 'policy' || roomOf(file) === 'policy/app') && !FACES.includes(file))
      .filter((file) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.(env|argv)|Temporal\.Now\b|\bfetch\(/.test(
          readFileSync(path.join(ROOT, file), 'utf8'),
        ),
      );
    expect(impure).toEqual([]);
  });

  it('Slack’s interpreter knows no Bolt', () => {
    const knowing = files('slack/interpret').filter((file) =>
      importsOf(file).some((specifier) => specifier.startsWith('@slack/')),
    );
    expect(knowing).toEqual([]);
  });
});
