import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CLAUSE_IDS, CLAUSES, type ClauseId } from '../clauses.ts';

/** Where one clause is made to happen, and where that is proved. Paths from the checkout's root. */
export type ClauseEntry = Readonly<{
  clause: ClauseId;
  decides: boolean;
  /** Rows of rule tables that cite it: the table, and the verdicts its rows give. */
  rules: readonly Readonly<{ file: string; table: string; verdicts: readonly string[] }>[];
  /** Other code of the decision (amounts, deadlines) that cites it. */
  code: readonly string[];
  /** Tests that ask the policy and cite it. */
  tests: readonly string[];
}>;

type RuleLike = Readonly<{ clause: string; verdict: unknown }>;

const DECIDING = ['rules', 'decide', 'money', 'days'] as const;
const isClause = (id: string): id is ClauseId => Object.hasOwn(CLAUSES, id);

const isRule = (value: unknown): value is RuleLike =>
  typeof value === 'object' && value !== null && 'clause' in value && 'verdict' in value && 'when' in value;
const isTable = (value: unknown): value is readonly RuleLike[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRule);

const filesUnder = (root: string, folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();

/** Clauses that a text cites as a word of their own: `'P12'`, `'P11 P12'`, `(P21)`. */
const citedIn = (text: string): ReadonlySet<ClauseId> =>
  new Set([...text.matchAll(/\bP\d{1,2}\b/g)].map(([id]) => id).filter(isClause));

/** The same without comments: what a comment explains is not thereby done. */
const citedInCode = (text: string): ReadonlySet<ClauseId> =>
  citedIn(text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1'));

const verdictWord = (verdict: unknown): string => (typeof verdict === 'string' ? verdict : 'by the facts');

/** Every exported table of rules, by file. */
const ruleTables = async (
  root: string,
): Promise<readonly Readonly<{ file: string; table: string; rules: readonly RuleLike[] }>[]> => {
  const found = [];
  for (const file of filesUnder(root, 'policy/rules')) {
    const module: Record<string, unknown> = await import(pathToFileURL(path.join(root, file)).href);
    for (const [table, value] of Object.entries(module)) if (isTable(value)) found.push({ file, table, rules: value });
  }
  return found;
};

/** A test proves a decision when it asks for one, itself or through the builders of questions. */
const asksThePolicy = (text: string): boolean =>
  /policy\/(decide\/|rules\/|index\.ts)|support\/builders\.ts/.test(text);

/** Reads rule tables, code and tests, and says for every clause where it lives. */
export const gatherClauseMap = async (root: string): Promise<readonly ClauseEntry[]> => {
  const tables = await ruleTables(root);
  const tableFiles = new Set(tables.map(({ file }) => file));
  const code = DECIDING.flatMap((folder) => filesUnder(root, `policy/${folder}`))
    .filter((file) => !tableFiles.has(file))
    .map((file) => ({ file, cites: citedInCode(readFileSync(path.join(root, file), 'utf8')) }));
  const tests = filesUnder(root, 'test/policy')
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
    .filter(({ file, text }) => file.endsWith('.test.ts') && asksThePolicy(text))
    .map(({ file, text }) => ({ file, cites: citedInCode(text) }));

  return CLAUSE_IDS.map((clause) => ({
    clause,
    decides: CLAUSES[clause].decides,
    rules: tables
      .map(({ file, table, rules }) => ({
        file,
        table,
        verdicts: [...new Set(rules.filter((rule) => rule.clause === clause).map((rule) => verdictWord(rule.verdict)))],
      }))
      .filter(({ verdicts }) => verdicts.length > 0),
    code: code.filter(({ cites }) => cites.has(clause)).map(({ file }) => file),
    tests: tests.filter(({ cites }) => cites.has(clause)).map(({ file }) => file),
  }));
};
