import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, root } from './dixian.ts';
import { runHere } from './in-process.ts';

const rules = emptyFolder();
const claims = emptyFolder();
const file = join(rules.path, 'belowFloor.yaml');
beforeAll(() => {
  for (const name of ['_city', 'belowFloor'])
    copyFileSync(`${root}/test/bad/${name}.yaml`, join(rules.path, `${name}.yaml`));
  writeFileSync(
    join(rules.path, 'scenarios.yaml'),
    'kind: Scenarios\njurisdiction: "990000"\ndate: 2020-06-01\nscenarios:\n  - {name: refused, claim: {type: nothing}, expect: {refused: {code: claimTypeUnknown}}}\n',
  );
  writeFileSync(
    join(claims.path, 'claim.json'),
    '{"id": "1", "jurisdiction": "990001", "date": "2020-06-01", "claim": {}}',
  );
});
afterAll(() => {
  rules.remove();
  claims.remove();
});

const run = (...args: readonly string[]) => runHere([...args, '--rules', rules.path, '--lang', 'en']);

describe('on a folder of rules of which a county’s text is below its city’s', () => {
  it.each([
    ['show', ['990001', '--date', '2020-06-01']],
    ['show', ['990000', '--date', '2020-06-01']],
    ['floor', ['990001', '--date', '2020-06-01']],
    ['digest', ['990001', '--date', '2020-06-01']],
    ['diff', ['990000@2020-06-01', '990001@2020-06-01']],
    ['edges', ['990000@2020-06-01', '990001@2020-06-01']],
    ['prove', ['990000@2020-06-01', '990001@2020-06-01']],
    ['evaluate', [join(claims.path, 'claim.json')]],
  ])('%s says what is wrong, and nothing else', async (command, args) => {
    const { code, out, err } = await run(command, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(new RegExp(`^${file}:\\d+:\\d+: Worse than the city’s standard.*\n$`));
  });

  it('diff of two files says the same of the one that is', async () => {
    const published = await run('diff', '990000@2020-06-01', '990001@2020-06-01');
    const ofFiles = await run('diff', join(rules.path, '_city.yaml'), file);
    expect(ofFiles).toEqual(published);
  });

  it('diff of a file that is right goes on: what else lies in the folder does not matter to it', async () => {
    const city = join(rules.path, '_city.yaml');
    expect(await run('diff', city, city)).toMatchObject({ code: 0, err: '' });
  });

  it('test runs what there is, tells what is wrong and ends with 1', async () => {
    const { code, out } = await run('test');
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^${file}:\\d+:\\d+: Worse than the city’s standard.*\n`));
    const { unusable } = JSON.parse((await run('test', '--json')).out) as { unusable: { code: string }[] };
    expect(unusable.map((one) => one.code)).toEqual(['belowFloor']);
  });
});
