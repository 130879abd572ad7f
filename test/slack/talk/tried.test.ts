import { expect, it } from 'vitest';
import { saysTried } from '../../../slack/talk/tried.ts';

it.each([
  'RMA for #1003: 1 headphones, left side dead, troubleshooting done',
  'rma 1003 speaker dead, we went through the checklist with her',
  'return #1003, defective, tried all the steps, still dead',
  'did the troubleshooting for 1003, kettle still leaks, rma please',
  "#1003 lamp flickers. Troubleshooting didn't help, needs an RMA",
  'RMA for #1003, broken; after the troubleshooting it still does not turn on',
  'walked him through the steps, still broken: rma #1003',
  'Trouble-shooting already completed, RMA for 1003, does not charge',
])('tried: %s', (text) => {
  expect(saysTried(text)).toBe(true);
});

it.each([
  'RMA for #1003: 1 headphones, left side dead',
  'RMA for #1003, defective, troubleshooting not done',
  "rma 1003 dead, haven't done the troubleshooting",
  'return #1003, broken, without troubleshooting',
  'rma #1003 does not work, customer refuses to do the troubleshooting',
  'RMA for #1003 defective: did we do the troubleshooting?',
  'rma 1003, dead, should do the troubleshooting first',
  'RMA for #1003, dead, troubleshooting is still to do',
  'rma #1003: broken, they never tried the reset',
  'no troubleshooting done, rma for 1003, dead on arrival',
  'RMA #1003 dead, will do the checklist tomorrow',
  'if the troubleshooting failed open an rma for 1003, dead',
])('not tried: %s', (text) => {
  expect(saysTried(text)).toBe(false);
});
