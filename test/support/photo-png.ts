import { pngOf } from './customer-words.ts';

/** Two photos that a phone would send, as a browser's file chooser takes them. */
export const phonePhotos = [
  { name: 'IMG_0412.png', mimeType: 'image/png', buffer: pngOf(48, 64, 60) },
  { name: 'IMG_0413.png', mimeType: 'image/png', buffer: pngOf(48, 64, 61) },
];
