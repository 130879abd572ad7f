import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gatherClauseMap } from './clause-map.ts';
import { policyReadme } from './readme.ts';

/** Writes policy/README.md from the code: `npm run docs`. */
const root = path.resolve(import.meta.dirname, '../..');
writeFileSync(path.join(root, 'policy/README.md'), policyReadme(await gatherClauseMap(root)));
