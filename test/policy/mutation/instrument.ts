import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createInstrumenter } from '@stryker-mutator/instrumenter';

export const ROOT = path.resolve(import.meta.dirname, '../../..');
/** A copy of the core and its tests, with every mutant of the chosen files behind a switch. */
export const COPY = path.join(ROOT, '.tmp/mutation');
export const MUTANTS = path.join(COPY, 'mutants.json');
export const RESULT = path.join(COPY, 'result.json');

export type Mutant = Readonly<{
  id: string;
  /** From the checkout's root. */
  file: string;
  line: number;
  mutator: string;
  original: string;
  replacement: string;
}>;

type NodePath = Readonly<{
  key: unknown;
  node: Readonly<{ value: number }>;
  parentPath: Readonly<{ isTSLiteralType(): boolean }>;
  isNumericLiteral(): boolean;
}>;

/** Stryker changes no numbers: every constant one up and, from 1, one down. */
const addNumbers = async (): Promise<void> => {
  const entry = createRequire(import.meta.url).resolve('@stryker-mutator/instrumenter');
  const { types } = createRequire(entry)('@babel/core');
  const { allMutators } = await import(pathToFileURL(path.join(path.dirname(entry), 'mutators/index.js')).href);
  allMutators.push({
    name: 'NumericLiteral',
    *mutate(at: NodePath) {
      if (!at.isNumericLiteral() || at.parentPath.isTSLiteralType() || at.key === 'key') return;
      yield types.numericLiteral(at.node.value + 1);
      if (at.node.value >= 1) yield types.numericLiteral(at.node.value - 1);
    },
  });
};

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, isDebugEnabled: () => false };

/** As much of an injector as the instrumenter asks for. */
const injector = (values: Readonly<Record<string, unknown>>): never =>
  ({
    provideValue: (name: string, value: unknown) => injector({ ...values, [name]: value }),
    injectClass: (made: (new (...given: unknown[]) => unknown) & { inject: readonly string[] }) =>
      new made(...made.inject.map((name) => values[name])),
  }) as never;

/** Writes the copy. @param patterns of the files to mutate, from the checkout's root */
export const instrument = async (patterns: readonly string[]): Promise<readonly Mutant[]> => {
  await addNumbers();
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  cpSync(path.join(ROOT, 'policy'), path.join(COPY, 'policy'), { recursive: true });
  cpSync(path.join(ROOT, 'test/policy'), path.join(COPY, 'test/policy'), { recursive: true });
  const suite = path.join(import.meta.dirname, 'suite.ts');
  for (const file of globSync('test/policy/**/*.ts', { cwd: COPY })) {
    const copy = path.join(COPY, file);
    writeFileSync(copy, readFileSync(copy, 'utf8').replaceAll("from 'vitest'", `from '${suite}'`));
  }
  const files = patterns
    .flatMap((pattern) => globSync(pattern, { cwd: COPY }))
    .map((file) => ({
      name: path.join(COPY, file),
      mutate: true,
      content: readFileSync(path.join(COPY, file), 'utf8'),
    }));
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
  const done = await createInstrumenter(injector({ logger: quiet })).instrument(files, options);
  for (const { name, content } of done.files) writeFileSync(name, content);
  const source = new Map(files.map(({ name, content }) => [name, content.split('\n')]));
  const mutants = done.mutants.map(({ id, fileName, location, mutatorName, replacement }) => ({
    id,
    file: path.relative(COPY, fileName).split(path.sep).join('/'),
    line: location.start.line + 1,
    mutator: mutatorName,
    original: source.get(fileName)?.[location.start.line]?.trim() ?? '',
    replacement: replacement.replaceAll(/\s+/g, ' '),
  }));
  writeFileSync(MUTANTS, JSON.stringify(mutants));
  return mutants;
};
