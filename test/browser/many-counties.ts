import { appendFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Counties that are made up: the n-th is called `虚构县n`. */
export const madeUp = (n: number) => ({ code: String(371_601 + n), name: `虚构县${n}` });

/**
 * A plan of many counties, made up but for the city's own: its rule set in a folder of its own with so many counties more, each
 * of which raises something.
 * @param root the checkout
 * @returns the folder, for `openFolder`
 */
export function manyCounties(root: string, folder: string, count: number): string {
  cpSync(join(root, 'rules/371500'), join(folder, '371500'), { recursive: true });
  for (let n = 0; n < count; n += 1) {
    const { code, name } = madeUp(n);
    const place = `  - {code: "${code}", name: {zh: ${name}, en: Made-up County ${n}}, parent: "371500"}\n`;
    appendFileSync(join(folder, '371500/jurisdictions.yaml'), place);
    mkdirSync(join(folder, code));
    writeFileSync(join(folder, code, 'override.yaml'), overrideOf(code, n));
  }
  return folder;
}

const overrideOf = (code: string, n: number) => `kind: Override
jurisdiction: "${code}"
extends: "371500"
effective: {from: 2019-07-01, to: 2019-12-31}
title: {zh: 虚构的县级标准, en: made-up standards of a county}
reason: {zh: 虚构, en: made up}
standards:
  accident.medical: ${6000 + n}
  basicMedical.deductible: {1: ${199 - n}}
  medicalAssistance.ratio: ${(0.71 + (n % 20) / 100).toFixed(2)}
  supplementaryMedical.annualCap: ${350_000 + 1000 * n}
`;
