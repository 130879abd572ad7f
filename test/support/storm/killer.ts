import type { Dice } from './dice.ts';
import type { MakegoodProcess } from './makegood-process.ts';
import type { StormStage } from './stage.ts';
import { passTime } from './time.ts';

type Killing = Readonly<{ stop(): Promise<void> }>;

/** Kills Makegood's processes at moments nobody chose and starts them again, for so long; leaves them running. */
export const startKilling = (stage: StormStage, dice: Dice, lastsMs: number): Killing => {
  const all = stage.makegoods.map((makegood) => killAgainAndAgain(stage, makegood, dice.split(), lastsMs));
  return {
    stop: async () => {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
};

const killAgainAndAgain = (stage: StormStage, makegood: MakegoodProcess, dice: Dice, lastsMs: number): Killing => {
  const end = Date.now() + lastsMs;
  let stopped = false;
  let wake = (): void => {};
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = (async () => {
    while (!stopped && Date.now() < end) {
      await pause(dice.between(3_000, 12_000));
      if (stopped) return;
      await makegood.kill();
      await pause(dice.between(0, 1_500));
      await makegood.start();
      // It asked for the time when it began to start; where an hour passed since, nobody told it.
      await passTime(stage, 'PT1S');
    }
  })();
  // A Makegood that does not come up again is told when the storm is over.
  loop.catch(() => {});
  return {
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
};
