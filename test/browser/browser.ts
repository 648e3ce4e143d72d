import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';

const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** A real browser. @throws where there is none and it cannot be installed */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: FLAGS.split(' ') });
}

let ofThread: Promise<Browser> | undefined;

/** The one browser of all test files that a thread runs; it ends with the thread. */
export function sharedBrowser(): Promise<Browser> {
  ofThread ??= openBrowser();
  return ofThread;
}

/** The size of a page in pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** What axe finds on a page that is serious or worse, in words. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // By the debugger's own way in: the page's policy forbids scripts that are not its own.
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(path, 'utf8'));
  return page.evaluate(async () => {
    const axe = Reflect.get(globalThis, 'axe') as {
      run(options: object): Promise<{
        violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
      }>;
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  });
}
