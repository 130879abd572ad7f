import { blocks } from './blocks.js';
import { h } from './dom.js';
import { commonHost, valueOfState } from './elements.js';
import { nothingYet } from './message.js';

/** The app's Home tab, as it was published for the person who looks. */
export const homePane = (client) => {
  const view = client.state.home;
  if (!view)
    return h(
      'div',
      { class: 'home' },
      nothingYet('Nothing here yet', 'Makegood has published no Home for you so far.'),
    );
  const common = commonHost(client);
  const host = {
    ...common,
    optionTexts: client.optionTexts,
    value: (block, element) => valueOfState(view.state.values[block.block_id]?.[element.action_id]),
    enter: () => undefined,
    click: (block, element, value) =>
      common.send({ view_id: view.id, block_id: block.block_id, action_id: element.action_id, value }),
    suggest: (block, element, value) =>
      common.ask({ view_id: view.id, block_id: block.block_id, action_id: element.action_id, value }),
  };
  return h('div', { class: 'home' }, h('div', { class: 'home-inner' }, blocks(view.blocks, host)));
};
