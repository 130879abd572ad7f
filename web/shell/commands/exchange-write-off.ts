import { isReplaced } from '../../../policy/app/ship-first.ts';
import { showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines } from '../return-deadlines.ts';
import { returnOf } from '../return-of.ts';
import { settleReplaced, stakeOf } from '../settle-replaced.ts';
import { asLost } from './return-lost.ts';

/** P17: the replacement is out and what it replaced will not come. The case ends; no money moves, either way. */
export const exchangeWriteOff: Handler<'exchange.write-off'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    if (!isReplaced(found.data))
      return refused('illegal-event', 'no replacement went out first here: there is nothing to write off', {
        caseId: found.id,
      });
    if (!world.units.some((unit) => unit.goods === 'expected'))
      return refused('ended', 'nothing of it is still to come: it is tested, and the case ends by itself', {
        caseId: found.id,
      });
    const units = asLost(world.units);
    const settled = settleReplaced({ ...world, units }, found, context, command.because);
    if (settled === null) return refused('illegal-event', 'test the units that are here first', { caseId: found.id });
    if ('ok' in settled) return settled;
    const record = nextVersion(found, { state: settled.state }, context);
    return plan(
      {
        cases: [record],
        units: settled.units,
        entries: settled.entries,
        deadlines: endDeadlines(world.deadlines, 'dropped'),
        effects: [...settled.effects, ...showCase(context, record)],
      },
      {
        caseId: found.id,
        would: [`write off the goods (${stakeOf(world, found)}) and end the case`, 'pay nothing and charge nobody'],
      },
    );
  },
};
