import { describe, expect, it } from 'vitest';
import type { ListedCase } from '../../../policy/app/folded-cards.ts';
import { burstCard } from '../../../slack/views/burst-card.ts';
import { fitMessage } from '../../../slack/views/fit-message.ts';
import { blocksAreTooLong, checkMessageBlocks } from '../../sandbox/slack/block-kit.ts';

const aListed = (number: number, orderName: string): ListedCase => ({
  id: `0190d3a0-0000-7000-8000-${String(number).padStart(12, '0')}`,
  number,
  orderName,
  kind: 'backorder',
  state: 'detected',
  closedAt: null,
});

describe('many new cases at once', () => {
  it('say once what is the same of all', () => {
    const said = JSON.stringify(burstCard([aListed(1, '#1001'), aListed(2, '#1002')]).blocks);
    expect(said.match(/nobody asked yet/g)).toHaveLength(1);
    const mixed = burstCard([aListed(1, '#1001'), { ...aListed(2, '#1002'), state: 'waiting' }]);
    expect(JSON.stringify(mixed.blocks)).toMatch(/#1001.*nobody asked yet.*#1002.*Customer waits/);
  });

  it('of which only one is left did not come together', () => {
    expect(JSON.stringify(burstCard([aListed(1, '#1001')]).blocks)).not.toMatch(/together|Each/);
    expect(JSON.stringify(burstCard([aListed(1, '#1001'), aListed(2, '#1002')]).blocks)).toContain(
      'They came together',
    );
  });

  it.each([
    ['one', 1, '#1001'],
    ['a full list', 50, '#1001-EN'],
    ['markup for names', 50, '<!channel> <@U0LEAD> *&&&&&&&&&&&&&*'],
    ['the longest names', 50, '&'.repeat(300)],
    ['emoji', 50, '😀'.repeat(60)],
  ])('%s fits, names every case and opens each', (_, count, name) => {
    const message = fitMessage(burstCard(Array.from({ length: count }, (__, index) => aListed(index + 1, name))));
    expect(checkMessageBlocks(message.blocks)).toEqual([]);
    expect(blocksAreTooLong(message.blocks)).toBe(false);
    const shown = JSON.stringify(message.blocks);
    // Plain text is shown as it is; what is read as markup is escaped.
    for (const block of message.blocks.filter((one) => one.type === 'section'))
      expect(JSON.stringify(block)).not.toContain('<!channel>');
    for (let number = 1; number <= count; number += 1) expect(shown).toContain(`Case ${number} ·`);
    expect(shown.match(/"value":/g)).toHaveLength(count);
    expect(message.text).toMatch(/^\d+ new cases?: case 1 /);
  });
});
