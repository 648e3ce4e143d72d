import { expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';

it('findings that submissions keep are told as well as those of today, which name the place', () => {
  const told = (args: Parameters<typeof say>[1]) => say('versionWillBeSuspended', args, 'en').message;
  expect(told({ code: '371525', version: '1.2.0' })).toMatch(/^version 1\.2\.0 of 371525 has not begun/);
  const place = { zh: '冠县', en: 'Guan County' };
  expect(told({ place, version: '1.2.0' })).toMatch(/^version 1\.2\.0 of Guan County has not begun/);
});
