import { describe, expect, it } from 'vitest';
import { Command } from '../../../policy/app/commands.ts';
import { written } from '../../../policy/app/written.ts';
import { NoteInput } from '../../../web/edge/admin/contract/case.ts';

describe('what somebody wrote', () => {
  it.each([
    ['  the box is torn \n', 'the box is torn'],
    ['👍\u{fe0f}', '👍\u{fe0f}'],
    ['\u200b\u200d\u2060', ''],
    ['\ufeff \u00ad\t', ''],
    ['', ''],
  ])('%j is %j', (text, is) => expect(written(text)).toBe(is));

  it('is missing where nothing of it is seen', () => {
    const unseen = '\u200b\u200b';
    expect(NoteInput.safeParse({ text: unseen }).success).toBe(false);
    expect(Command.safeParse({ kind: 'case.note', caseId: 'c', text: unseen }).success).toBe(false);
    expect(Command.safeParse({ kind: 'effect.dismiss', effectId: 'e', because: unseen }).success).toBe(false);
    expect(Command.safeParse({ kind: 'case.note', caseId: 'c', text: ' seen ' }).data).toMatchObject({ text: 'seen' });
  });
});
