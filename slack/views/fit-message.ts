import { context, type KnownBlock, LIMIT, type Message } from './blocks.ts';

const size = (blocks: readonly KnownBlock[]): number => JSON.stringify(blocks).length;

/** Blocks a card can lose without losing what to do next. */
const droppable = (block: KnownBlock): boolean => block.type === 'section' || block.type === 'context';

/**
 * Slack refuses a message whose blocks are too long together, without saying how long they may be. Cards stay far below
 * by themselves; this is the net under them: the longest piece of text goes, and the card says so.
 */
export const fitMessage = (message: Message): Message => {
  let blocks = message.blocks;
  let dropped = false;
  while (blocks.length > LIMIT.messageBlocks - 1 || size(blocks) > LIMIT.aggregate - 200) {
    const longest = blocks
      .filter(droppable)
      .toSorted((a, b) => size([b]) - size([a]))
      .at(0);
    if (longest === undefined) break;
    blocks = blocks.filter((block) => block !== longest);
    dropped = true;
  }
  return dropped ? { text: message.text, blocks: [...blocks, context('Some of it did not fit in here.')] } : message;
};
