import { gidOf } from '../../model/json.ts';
import type { Job } from '../../model/world.ts';
import type { Context } from '../context.ts';
import { orderNode } from './order.ts';

const uuidOf = (gid: string): string => gid.split('/').at(-1) ?? '';

const jobOf = (context: Context, gid: string): Job | undefined => {
  const job = context.world.jobs.get(uuidOf(gid));
  return job?.shop === context.shop.domain ? job : undefined;
};

export const asJob = (job: Job): object => ({ id: gidOf('Job', job.id), done: job.done, query: {} });

export const jobNode = (context: Context, gid: string): object | null => {
  const job = jobOf(context, gid);
  return job ? asJob(job) : null;
};

export const asJobResult = (context: Context, job: Job): object => ({
  __typename: 'OrderCancelJobResult',
  id: gidOf('OrderCancelJobResult', job.id),
  done: job.done,
  status: job.done ? (job.failed ? 'FAILED' : 'SUCCEEDED') : 'STARTED',
  errors: job.errors,
  order: () => {
    const order = context.world.orders.get(job.orderId ?? '');
    return order ? orderNode(context.world, order) : null;
  },
});

export const jobResultNode = (context: Context, gid: string): object | null => {
  const job = jobOf(context, gid);
  return job ? asJobResult(context, job) : null;
};
