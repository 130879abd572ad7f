import { parseConfig } from './config.ts';
import { startMakegood } from './start.ts';

/** Runs until it is told to stop. What keeps it from starting is one line a problem on standard error, and exit code 1. */
export const runProcess = async (parts: Readonly<{ web: boolean; work: boolean }>): Promise<void> => {
  try {
    const config = parseConfig(process.env);
    const running = await startMakegood(config, parts);
    const stop = () => {
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(`stopping failed: ${error instanceof Error ? error.message : String(error)}`);
          process.exit(1);
        },
      );
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    console.log(parts.web ? `Makegood listens on ${running.url}` : 'Makegood works');
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
};
