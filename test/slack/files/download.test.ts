import { describe, expect, it } from 'vitest';
import { mayFetch } from '../../../slack/files/download.ts';
import { matchesType } from '../../../slack/files/magic.ts';

describe('where the token may be sent', () => {
  const slack = 'https://slack.com/api/';
  const sandbox = 'http://127.0.0.1:3001/slack/api/';
  it.each([
    { address: 'https://files.slack.com/files-pri/T1-F1/a.png', api: slack, may: true },
    { address: 'http://files.slack.com/files-pri/T1-F1/a.png', api: slack, may: false },
    { address: 'https://files.slack.com.evil.example/a.png', api: slack, may: false },
    { address: 'https://evil.example/files.slack.com/a.png', api: slack, may: false },
    { address: 'https://files.slack.com@evil.example/a.png', api: slack, may: false },
    { address: 'https://user:pass@files.slack.com/a.png', api: slack, may: false },
    { address: 'https://files.slack.com:8443/a.png', api: slack, may: false },
    { address: 'https://slack.com/a.png', api: slack, may: false },
    { address: 'http://127.0.0.1:3001/slack/files-pri/a.png', api: sandbox, may: true },
    { address: 'http://127.0.0.1:3002/slack/files-pri/a.png', api: sandbox, may: false },
    { address: 'file:///etc/passwd', api: slack, may: false },
    { address: 'not an address', api: slack, may: false },
  ])('$address → $may', ({ address, api, may }) => {
    expect(mayFetch(address, api)).toBe(may);
  });
});

it.each([
  ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0], true],
  ['image/png', [0x89, 0x50, 0x4e, 0x47], true],
  ['image/png', [...Buffer.from('<!doctype html>')], false],
  ['image/gif', [...Buffer.from('GIF89a')], true],
  ['image/webp', [...Buffer.from('RIFF....WEBP')], true],
  ['image/heic', [...Buffer.from('....ftypheic')], true],
  ['application/pdf', [...Buffer.from('%PDF-1.7')], true],
  ['text/html', [...Buffer.from('<html>')], false],
])('%s beginning %j → %s', (type, bytes, matches) => {
  expect(matchesType(new Uint8Array(bytes), type)).toBe(matches);
});
