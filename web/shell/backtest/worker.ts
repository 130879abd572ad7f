import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { backtest, type PastCase } from '../../../policy/backtest/index.ts';
import { type FromWorker, type Task, type ToWorker, versionsOf } from './messages.ts';
import { questionsOf, questionsOfCase } from './past-cases.ts';

/** The thread that decides: the server's own keeps answering. Asks for a page, decides on it, asks for the next. */
const port = parentPort;
if (port === null) throw new Error('this file is a worker thread: start it with createBacktester');
const task = workerData as Task;
const { before, after } = versionsOf(task);
const asking = { shop: task.shop, settings: before.settings, now: task.now };
const tell = (message: FromWorker): void => port.postMessage(message);

const nextMessage = (): Promise<ToWorker> => new Promise((resolve) => port.once('message', resolve));

/** A third of what a thread of usual priority gets, where both want all. */
const BEHIND_OTHERS = 5;

/** Once there is progress to see, whoever looks at pages goes first. Linux alone gives a thread a priority of its own. */
const stepBack = (): void => {
  if (process.platform === 'linux') setPriority(BEHIND_OTHERS);
};

let changed = 0;
async function* pastCases(): AsyncGenerator<PastCase> {
  for (let pages = 0; ; pages += 1) {
    // The first two bring the first orders.
    if (pages === 2) stepBack();
    const message = await nextMessage();
    if (message.kind === 'end') return;
    if (message.kind === 'orders') for (const order of message.orders) yield* questionsOf(order, asking);
    else for (const record of message.cases) yield* questionsOfCase(record);
    tell({ kind: 'ready', changed });
  }
}

for await (const event of backtest(before, after, pastCases(), { every: 50, examples: 24, examplesPerTurn: 3 })) {
  if (event.kind === 'progress') changed = event.changed;
  else tell({ kind: 'result', result: event.result });
}
