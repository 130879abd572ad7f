import type { CommandOf } from '../../../policy/app/commands.ts';
import type { ThreadOrNull } from '../../../policy/app/records.ts';
import { showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';
import { caseOfParcel, suspectRefusal } from '../undelivered.ts';
import { unitsElsewhere } from './return-open.ts';

/** P13: an agent heard that the customer did not take the parcel. It is suspected until somebody has looked. */
export const deliveryRefused: Handler<'delivery.refused'> = {
  subject: (command) => ({ orderId: command.orderId }),
  decide: (world, command, context) => refuseDelivery(world, command, context, null),
};

export const refuseDelivery = (
  world: World,
  command: CommandOf<'delivery.refused'>,
  context: Context,
  thread: ThreadOrNull,
): Verdict => {
  if (world.order === null) return refused('not-found', `there is no order ${command.orderId} in this shop`);
  const { facts } = world.order;
  const shipped = facts.fulfillments.filter((one) => one.status === 'success');
  const open = shipped.filter((one) => one.deliveredAt === null && caseOfParcel(world.cases, one.id) === undefined);
  const known = shipped.map((one) => caseOfParcel(world.cases, one.id)).find((one) => one !== undefined);
  const parcel =
    command.fulfillmentId === undefined
      ? open.length === 1
        ? open[0]
        : undefined
      : shipped.find((one) => one.id === command.fulfillmentId);
  if (shipped.length === 0)
    return refused('policy', `nothing of ${facts.name} has shipped: it can be cancelled instead`, { clauses: ['P11'] });
  if (parcel === undefined && open.length > 1)
    return refused('missing', `${facts.name} went out in ${open.length} parcels: say which one came back`, {
      missing: ['fulfillmentId'],
    });
  const about = parcel === undefined ? known : caseOfParcel(world.cases, parcel.id);
  if (about !== undefined)
    return refused('ended', `case ${about.number} is about this parcel already`, { caseId: about.id });
  if (parcel === undefined)
    return refused('policy', `${facts.name} was delivered: it can come back with an RMA number`, { clauses: ['P14'] });
  if (unitsElsewhere(world, { lines: [...parcel.lines] }))
    return refused('policy', `what was in this parcel is in another return of ${facts.name}`, { clauses: ['P14'] });
  const why = `the customer seems to have refused the parcel${command.because ? `: ${command.because}` : ''}`;
  const suspected = suspectRefusal(world, parcel, why, context, thread);
  if ('ok' in suspected) return suspected;
  const { record, units, entries } = suspected;
  return plan(
    { cases: [record], units, entries, effects: showCase(context, record) },
    {
      caseId: record.id,
      would: [
        'open a case for the parcel; say on it whether it was refused, lost or misaddressed',
        'pay nothing before it is back',
      ],
    },
  );
};
