import { runCli } from './run-cli.ts';

const { stdin, stdout } = process;
// Who reads has had enough (`| head`): nobody is left to tell.
stdout.on('error', () => process.exit());

process.exitCode = await runCli(process.argv.slice(2), {
  input: stdin.setEncoding('utf8'),
  write: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
  complain: console.error,
  typed: stdin.isTTY,
  colour: stdout.isTTY || process.env.FORCE_COLOR !== undefined,
});
