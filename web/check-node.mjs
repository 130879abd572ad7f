// Plain JavaScript, so that an old Node can read it and say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Makegood runs on Node 22.18 or newer, and this is ${process.versions.node}.\n` +
      'On Linux (x64, arm64) and Windows (x64) npm installs the right one with the project: run "npm ci" without --omit=optional.\n' +
      'Elsewhere install Node 24 from https://nodejs.org and run "npm ci" again.',
  );
  process.exit(1);
}
