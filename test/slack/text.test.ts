import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backorder, cancellation, returnCase } from '../../policy/machines/index.ts';
import { slackDate } from '../../slack/text/dates.ts';
import { escapeMrkdwn, truncate } from '../../slack/text/escape.ts';
import { amountLike, parseAmount } from '../../slack/text/money.ts';
import { plainText } from '../../slack/text/plain.ts';
import { stateWords } from '../../slack/text/words.ts';

describe('what Slack sends, as it was typed', () => {
  it.each([
    ['<@U0MAKEGOOD> cancel #1001', 'cancel #1001'],
    ['<@U0MAKEGOOD|makegood>: help', 'help'],
    ['mail <mailto:a@b.example|a@b.example>', 'mail a@b.example'],
    ['see <https://ups.example/1|tracking>', 'see tracking https://ups.example/1'],
    ['ask <@U0LEAD> in <#C1|returns> &amp; wait &lt;3', 'ask  in returns & wait <3'],
  ])('%s', (sent, typed) => {
    expect(plainText(sent)).toBe(typed);
  });
});

describe('states', () => {
  const states = [cancellation, backorder, returnCase].flatMap(({ states }) => [...states]);

  it.each([...new Set(states)])('%s has words of its own in both languages', (state) => {
    const [english, german] = [stateWords(state), stateWords(state, 'de-DE')];
    expect(german).not.toBe(english);
    expect(english).not.toContain('_');
  });
});

describe('words of others', () => {
  it('carry no markup into a message', () => {
    expect(escapeMrkdwn('<!channel> & @here')).toBe('&lt;!channel&gt; &amp; @\u200Bhere');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => !/[<>]/.test(escapeMrkdwn(text))));
  });

  it('are cut at a whole character', () => {
    expect(truncate('😀😀😀', 4)).toBe('😀…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 50 }), (text, limit) => {
        const cut = truncate(text, limit);
        expect(cut.length).toBeLessThanOrEqual(Math.max(limit, 2));
        expect(cut.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});

describe('amounts as they are typed', () => {
  it.each([
    ['7.50', 'USD', 750],
    ['$7.50', 'USD', 750],
    ['7,5', 'EUR', 750],
    ['it cost 12', 'USD', 1200],
    ['500', 'JPY', 500],
    ['5.5', 'JPY', null],
    ['1.234', 'KWD', 1234],
    ['1.234', 'USD', null],
    ['', 'USD', null],
    ['seven', 'USD', null],
    ['1.2.3', 'USD', null],
  ])('%s %s → %s', (typed, currency, minor) => {
    expect(parseAmount(typed, currency)).toBe(minor);
  });
});

it('an instant is shown in the reader’s zone, with words for who can’t', () => {
  expect(slackDate('2026-12-24T04:59:59Z')).toBe('<!date^1798088399^{date_short_pretty} {time}|2026-12-24 04:59 UTC>');
  expect(slackDate('never')).toBe('never');
});

it.each(['USD', 'JPY', 'KWD'])('names as an example an amount that %s has', (currency) => {
  const [example = ''] = /[\d.]+(?=,)/.exec(amountLike(currency)) ?? [];
  expect(parseAmount(example, currency)).toBeGreaterThan(0);
});
