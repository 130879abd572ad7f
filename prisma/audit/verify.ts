import { readFileSync } from 'node:fs';
import { checkExport } from './check.ts';
import { readExport } from './read-file.ts';

/**
 * `npm run audit:verify <file> [-- --filtered]`: whether an export of the audit log (CSV or JSON) is what was written
 * down. Ends with 0 where it is, 1 with the first entry that does not fit, 2 where the file can't be read.
 */
const [file, ...options] = process.argv.slice(2);
if (file === undefined) {
  console.error('say which file: npm run audit:verify audit.json');
  process.exit(2);
}
try {
  const { head, entries } = readExport(readFileSync(file, 'utf8'));
  const filtered = head?.filtered ?? options.includes('--filtered');
  const { misfit, redacted, chains } = checkExport(entries, filtered);
  if (misfit !== null) {
    console.error(`entry ${misfit.place} of the file (${misfit.chain}, number ${misfit.seq}): ${misfit.because}`);
    process.exit(1);
  }
  const left = filtered ? '; entries were left out on purpose, so gaps were not looked for' : '';
  console.log(`${entries.length} entries of ${chains} histories fit together, ${redacted} of them redacted${left}`);
} catch (error) {
  console.error(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(2);
}
