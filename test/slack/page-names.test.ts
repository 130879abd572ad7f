import { expect, it } from 'vitest';
import { NO_ROLE } from '../../slack/talk/texts.ts';
import { homeWords } from '../../slack/views/home-words.ts';
import { de } from '../../web/admin/messages/de.ts';
import { en } from '../../web/admin/messages/en.ts';

it('who is sent to a page of the app is told its name as it stands there', () => {
  expect(NO_ROLE).toContain(en['nav.people']);
  expect(homeWords(null)['no-role']).toContain(en['nav.people']);
  expect(homeWords('de')['no-role']).toContain(de['nav.people']);
});
