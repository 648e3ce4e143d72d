import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { parse } from 'yaml';
import { markSignedIn } from './signed-in-mark.ts';

interface Person {
  readonly staffNumber: string;
  readonly password: string;
}

/**
 * Signs a made-up person of the demonstration in, for all pages of a browser profile.
 * @param root the checkout: passwords stand in `rules/samples/office.yaml`
 * @throws where the service lets them not in
 */
export async function signIn(
  profile: BrowserContext,
  address: string,
  root: string,
  staffNumber: string,
): Promise<void> {
  const office = parse(readFileSync(join(root, 'rules/samples/office.yaml'), 'utf8')) as {
    readonly administrator: Person;
    readonly accounts: readonly Person[];
  };
  const person = [office.administrator, ...office.accounts].find((one) => one.staffNumber === staffNumber);
  const answer = await profile.request.post(`${address}/api/v1/session`, {
    data: { staffNumber, password: person?.password },
    headers: { Origin: address },
  });
  await markSignedIn(profile);
  if (!answer.ok()) throw new Error(`${staffNumber} could not sign in: ${answer.status()}`);
}
