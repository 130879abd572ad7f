import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mintRma, parseRma } from '../../policy/rma.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const symbolsOf = (rma: string): string => rma.slice('RMA-'.length);
const rmas = fc.uint8Array({ minLength: 6, maxLength: 6 }).map((bytes) => mintRma(() => bytes));

describe('a minted number', () => {
  it.each([
    ['4F7K2Q', 'RMA-4F7K2QZ'],
    ['9X3M8T', 'RMA-9X3M8TK'],
    ['777777', 'RMA-7777771'],
  ])('%s gets its check symbol: %s', (body, rma) => {
    const bytes = Uint8Array.from(body, (symbol) => ALPHABET.indexOf(symbol));
    expect(mintRma(() => bytes)).toBe(rma);
  });

  it('reads back as itself', () => {
    fc.assert(
      fc.property(rmas, (rma) => {
        expect(parseRma(rma)).toEqual({ ok: true, rma });
      }),
    );
  });

  it('uses the five low bits of each byte, so that all 32 symbols are equally likely', () => {
    const seen = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const symbol = symbolsOf(mintRma((count) => new Uint8Array(count).fill(byte))).charAt(0);
      seen.set(symbol, (seen.get(symbol) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual([...ALPHABET].sort());
    expect(new Set(seen.values())).toEqual(new Set([8]));
  });

  it('is refused where the source gives too few bytes', () => {
    expect(() => mintRma(() => new Uint8Array(5))).toThrow('expected 6 random bytes, got 5');
  });
});

describe('reading', () => {
  it.each([
    ['rma-4f7k2qz', 'RMA-4F7K2QZ'],
    ['RMA4F7K2QZ', 'RMA-4F7K2QZ'],
    ['  RMA 4F7 K2QZ ', 'RMA-4F7K2QZ'],
    ['RMA–4F7K2QZ', 'RMA-4F7K2QZ'],
    ['RMA: 9x3m8tk', 'RMA-9X3M8TK'],
    ['RMA #7777771', 'RMA-7777771'],
    ['RMA-777777I', 'RMA-7777771'],
    ['rma-777777l', 'RMA-7777771'],
  ])('%j is %s', (text, rma) => {
    expect(parseRma(text)).toEqual({ ok: true, rma });
  });

  it('takes O for 0', () => {
    const rma = mintRma(() => Uint8Array.of(0, 1, 2, 0, 4, 5));
    expect(parseRma(rma.replaceAll('0', 'O'))).toEqual({ ok: true, rma });
  });

  it.each([
    ['RMA-4F7K2QX', 'check-symbol', 'RMA-4F7K2QX'],
    ['RMA-4F7K2Q', 'length', 'RMA-4F7K2Q'],
    ['RMA-4F7K2QZZ', 'length', 'RMA-4F7K2QZZ'],
    ['RMA-4F7U2QZ', 'symbol', 'RMA-4F7U2QZ'],
    ['RMA-4F7*2QZ', 'symbol', 'RMA-4F7*2QZ'],
    ['4F7K2QZ', 'not-an-rma', '4F7K2QZ'],
    ['RMA', 'not-an-rma', 'RMA'],
    ['', 'not-an-rma', ''],
    ['#1003', 'not-an-rma', '#1003'],
    ['  lost parcel  ', 'not-an-rma', 'lost parcel'],
    ['x'.repeat(50), 'not-an-rma', 'x'.repeat(40)],
    [`RMA-${'A'.repeat(50)}`, 'length', `RMA-${'A'.repeat(40)}`],
    ['RMA - ', 'not-an-rma', 'RMA -'],
  ])('%j is refused: %s', (text, reason, written) => {
    expect(parseRma(text)).toEqual({ ok: false, reason, written });
  });

  it('never throws and repeats no more than 40 symbols of what was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.boolean(), (text, prefixed) => {
        const reading = parseRma(prefixed ? `RMA-${text}` : text);
        if (!reading.ok) expect(reading.written.length).toBeLessThanOrEqual(44);
      }),
    );
  });

  it('catches every single wrong symbol', () => {
    fc.assert(
      fc.property(rmas, fc.nat(6), fc.nat(31), (rma, place, other) => {
        const symbols = [...symbolsOf(rma)];
        fc.pre(symbols[place] !== ALPHABET.charAt(other));
        symbols[place] = ALPHABET.charAt(other);
        const wrong = `RMA-${symbols.join('')}`;
        expect(parseRma(wrong)).toEqual({ ok: false, reason: 'check-symbol', written: wrong });
      }),
      { numRuns: 2000 },
    );
  });

  it('catches neighbours exchanged, all but 0 with Z', () => {
    fc.assert(
      fc.property(rmas, fc.nat(5), (rma, place) => {
        const symbols = [...symbolsOf(rma)];
        const [left = '', right = ''] = symbols.slice(place, place + 2);
        fc.pre(left !== right);
        symbols.splice(place, 2, right, left);
        const missed = [left, right].sort().join('') === '0Z';
        expect(parseRma(`RMA-${symbols.join('')}`).ok).toBe(missed);
      }),
      { numRuns: 2000 },
    );
  });
});
