import { expect, it } from 'vitest';
import { photosIn, scrubbed } from '../../prisma/privacy/scrub.ts';

const photo = (id: string) => ({ id, name: 'robin.jpg', mimetype: 'image/jpeg', bytes: 3, sha256: 'ab' });

it('finds and forgets photos of the customer and of the test', () => {
  const data = {
    kind: 'return',
    photos: [photo('a')],
    testPhotos: [photo('b')],
    lines: [{ lineItemId: '1', quantity: 2 }],
  };
  expect(photosIn(data)).toEqual(['a', 'b']);
  expect(scrubbed(data)).toEqual({ ...data, photos: [], testPhotos: [] });
});
