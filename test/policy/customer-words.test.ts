import { describe, expect, it } from 'vitest';
import { LookEdit, PLAIN_LOOK } from '../../policy/app/mail-look.ts';
import { CLAUSE_IDS, CLAUSES } from '../../policy/clauses.ts';
import {
  CUSTOMER_WORDS,
  createWords,
  defaultText,
  LANGUAGES,
  languageOf,
  placeholdersOf,
  whyUnfit,
} from '../../policy/texts/customer/index.ts';

describe('how customers are spoken to', () => {
  it('every text is there in every language, with the same placeholders', () => {
    for (const language of LANGUAGES)
      for (const word of CUSTOMER_WORDS) {
        expect(defaultText(language, word).trim(), `${language} ${word}`).not.toBe('');
        expect(placeholdersOf(defaultText(language, word)).toSorted(), `${language} ${word}`).toEqual(
          placeholdersOf(defaultText('en', word)).toSorted(),
        );
      }
  });

  it('every clause is there in every language', () => {
    for (const id of CLAUSE_IDS) {
      expect(createWords('en').clause(id)).toBe(CLAUSES[id].sentence);
      expect(createWords('de').clause(id)).not.toBe(CLAUSES[id].sentence);
    }
  });

  it('fills in what is told, and leaves what nobody told as it stands', () => {
    const words = createWords('en');
    expect(words.say('greeting.name', { name: 'Ada' })).toBe('Hello Ada,');
    expect(words.say('greeting.name')).toBe('Hello {name},');
    expect([words.language, words.locale, createWords('de').locale]).toEqual(['en', 'en-GB', 'de-DE']);
  });

  it('a shop’s own words stand in the place of ours, in their language alone', () => {
    const edited = { en: { 'greeting.name': 'Dear {name}!' } };
    expect(createWords('en', edited).say('greeting.name', { name: 'Ada' })).toBe('Dear Ada!');
    expect(createWords('de', edited).say('greeting.name', { name: 'Ada' })).not.toContain('Dear');
  });

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['en-US', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('%s is written to in %s', (locale, language) => expect(languageOf(locale)).toBe(language));

  it.each([
    ['greeting.name', 'Hi {name}', null],
    ['greeting.name', 'Hi', null],
    ['greeting.none', 'Hi', 'there is no text "greeting.none"'],
    ['greeting.name', ' ', 'write something, or go back to the text that came with Makegood'],
    ['greeting.name', 'x'.repeat(2000), null],
    ['greeting.name', 'x'.repeat(2001), 'at most 2000 characters, this has 2001'],
    ['greeting.name', '{nmae} {x}', '{nmae}, {x}: no such placeholder; this text has {name}'],
  ])('%s: %s → %s', (word, text, why) => expect(whyUnfit(word, text)).toBe(why));

  it('a text without placeholders says so', () => {
    const word = CUSTOMER_WORDS.find((one) => placeholdersOf(defaultText('en', one)).length === 0);
    expect(whyUnfit(word ?? '', '{name}')).toBe('{name}: no such placeholder; this text has none');
  });
});

describe('how mails look', () => {
  const look = { replyTo: null, accent: PLAIN_LOOK.accent, language: 'customer', texts: {} };
  const wrong = (change: object) =>
    LookEdit.safeParse({ ...look, ...change }).error?.issues.map(({ message }) => message);
  it('as they come', () => expect(LookEdit.parse(look)).toEqual(look));
  it.each([
    ['#1A73E8', undefined],
    ['#000000', undefined],
    ['#757575', undefined],
    ['#777777', ['too light to be read on white: its contrast has to be 4.5 : 1 or more']],
    ['#ffff00', ['too light to be read on white: its contrast has to be 4.5 : 1 or more']],
    ['blue', ['expected a colour like #1a73e8']],
  ])('accent %s', (accent, why) => expect(wrong({ accent })).toEqual(why));
  it('colours are kept in small letters', () =>
    expect(LookEdit.parse({ ...look, accent: '#1A73E8' }).accent).toBe('#1a73e8'));
  it('texts that can’t be used are named', () => {
    expect(wrong({ texts: { en: { 'greeting.name': 'Hi' } } })).toBeUndefined();
    expect(wrong({ texts: { de: { 'greeting.name': '{x}' } } })).toEqual([
      '{x}: no such placeholder; this text has {name}',
    ]);
    expect(wrong({ replyTo: 'ada' })).toEqual(['expected an address like help@example.com']);
  });
});
