import { describe, expect, it } from 'vitest';
import { nextStepsIn } from '../../policy/app/said/index.ts';
import { speakerOf } from '../../policy/app/said/speaker.ts';

describe('a sentence of the server’s in other words', () => {
  const say = speakerOf(
    {
      agent: 'Kundendienst',
      'refund of {sum}': 'Erstattung von {sum}',
      'refund of {sum} waits for {whom}': 'Erstattung von {sum} wartet auf {whom}',
      'an approver': 'eine Freigabe',
      'the parcel is {state}': 'das Paket ist {state}, {unknown}',
      received: '„angekommen“',
    },
    (text) => (/^\$\d+$/.test(text) ? `${text.slice(1)} $` : null),
  );

  it.each([
    ['refund of $5', 'Erstattung von 5 $'],
    // The sentence that says most counts, and what stands in its blanks is said in other words too.
    ['refund of $5 waits for an approver', 'Erstattung von 5 $ wartet auf eine Freigabe'],
    ['refund of $5 waits for Ana', 'Erstattung von 5 $ wartet auf Ana'],
    // A history begins its sentences in capitals, a catalogue does not.
    ['Refund of $5', 'Erstattung von 5 $'],
    ['refund of $5 — agent', 'Erstattung von 5 $ — Kundendienst'],
    ['P12 refund of $5; P14 received', 'P12 Erstattung von 5 $; P14 „angekommen“'],
    // A blank that the English sentence lacks stays.
    ['the parcel is received', 'das Paket ist „angekommen“, {unknown}'],
    ['nobody has worded this', 'nobody has worded this'],
    ['', ''],
  ])('%j → %j', (english, other) => {
    expect(say(english)).toBe(other);
    // Kept, and the same the second time.
    expect(say(english)).toBe(other);
  });

  it('is found however many others there were', () => {
    for (let n = 0; n < 2100; n += 1) say(`refund of $${n}`);
    expect(say('refund of $7')).toBe('Erstattung von 7 $');
  });

  it('says amounts as they come where the language writes them alike', () => {
    expect(speakerOf({ 'refund of {sum}': 'remboursement de {sum}' })('refund of $5')).toBe('remboursement de $5');
  });
});

describe('what is due next', () => {
  it.each([
    ['de', 'test the 2 units that arrived — warehouse', 'die angekommenen 2 Stück prüfen — Lager'],
    [
      'de-AT',
      'send the parcel, last day Wednesday, December 23, 2026 (New York time) — customer',
      'das Paket senden, letzter Tag Mittwoch, 23. Dezember 2026 (Ortszeit New York) — Kundschaft',
    ],
    ['de', 'refund of $1,234.50 waits for an approver', 'Erstattung von 1.234,50\u00a0$ wartet auf eine Freigabe'],
    ['en-GB', 'ship it — warehouse', 'ship it — warehouse'],
    [null, 'ship it — warehouse', 'ship it — warehouse'],
  ])('in %s: %s', (language, step, said) => {
    expect(nextStepsIn(language)(step)).toBe(said);
  });
});
