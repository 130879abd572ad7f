import { ACTION, CALLBACK } from '../../ids.ts';
import type { Message } from '../blocks.ts';
import { divider, type KnownBlock, plain, type View } from '../blocks.ts';
import { modal } from './inputs.ts';

const search: KnownBlock = {
  type: 'input',
  block_id: 'order',
  dispatch_action: true,
  optional: true,
  label: plain('Order', 150),
  element: {
    type: 'external_select',
    action_id: ACTION.findOrder,
    min_query_length: 1,
    placeholder: plain('Type a number or a name', 150),
  },
};

/** Looks an order up. Inputs want a submit button, and here it only closes. */
export const orderView = (found: Message | null): View =>
  modal({
    callbackId: CALLBACK.orderView,
    title: 'Find order',
    submit: 'Done',
    memory: {},
    blocks: [search, ...(found === null ? [] : [divider, ...found.blocks])],
  });
