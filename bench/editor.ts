import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../test/browser/browser.ts';
import { signIn } from '../test/browser/demo-people.ts';
import { startDixian } from '../test/browser/dixian-process.ts';
import { manyCounties } from '../test/browser/many-counties.ts';
import { withHiddenCliff } from '../test/hidden-cliff.ts';
import { median, quantile } from './rounds.ts';
import { type Row, row, wanted } from './rows.ts';

/** How many times as slow the processor is for a page: an office's machine beside a developer's. */
const SLOWER = 4;

/** Counties beside those of the city: 150 in all. */
const MADE_UP = 139;

/** An office's screen. */
const SCREEN = { width: 1366, height: 768 };

const CAP = '医疗商业补充保险年度封顶线';

/** What the pages take in the real browser: until they can be used, from a key to what it does, and while a wide table is scrolled. */
export async function editorPages(root: string, quick: boolean): Promise<readonly Row[]> {
  execFileSync(process.execPath, [join(root, 'editor/build.mjs')], { stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'dixian-counties-'));
  const demo = await startDixian(root, ['--demo']);
  const wide = await startDixian(root, ['--rules', manyCounties(root, folder, MADE_UP)], { DIXIAN_NOW: '2019-09-01' });
  const browser = await openBrowser();
  const rounds = quick ? 3 : 11;
  try {
    return [
      await usable(browser, 'overview', `${demo.address}/overview`, '.matrix tbody td button', rounds),
      await usable(browser, 'calculator', `${demo.address}/calculator?place=371525`, '.calculator-claim input', rounds),
      await usable(browser, 'overview of 150 counties', `${wide.address}/overview`, '.matrix tbody td button', rounds),
      ...(await keystrokes(browser, demo.address, root, rounds)),
      ...(await fromKeyToBill(browser, root, folder, Math.min(rounds, 9))),
      ...(await frames(browser, wide.address)),
    ];
  } finally {
    await browser.close();
    await Promise.all([demo.stop(), wide.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function throttled(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Asks a page again and again: a function that waits in the page would have to be evaluated there, which its policy forbids. */
async function until(page: Page, expression: string): Promise<unknown> {
  for (const end = Date.now() + 60_000; Date.now() < end; await setTimeout(20)) {
    const found = await page.evaluate(expression);
    if (found !== undefined && found !== false && found !== null) return found;
  }
  throw new Error(`not within a minute: ${expression}`);
}

/** When the element stands and the page has nothing more to do before it would answer a click: milliseconds since the address was asked for. */
const USABLE = (selector: string) => `(() => {
  const look = () => {
    if (document.querySelector(${JSON.stringify(selector)}) === null) return false;
    requestAnimationFrame(() => setTimeout(() => { globalThis.usableAt ??= performance.now(); }, 0));
    return true;
  };
  const watch = new MutationObserver(() => { if (look()) watch.disconnect(); });
  watch.observe(document, { childList: true, subtree: true });
})()`;

/** A page in a browser that has never seen it, the processor throttled. */
async function usable(browser: Browser, name: string, address: string, selector: string, rounds: number): Promise<Row> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const profile = await browser.newContext({ viewport: SCREEN });
    const page = await profile.newPage();
    await throttled(page, SLOWER);
    await page.addInitScript(USABLE(selector));
    await page.goto(address);
    times.push((await until(page, 'globalThis.usableAt')) as number);
    await profile.close();
  }
  const what = `editor: ${name}, usable, processor ${SLOWER} × as slow`;
  return wanted(what, median(times), '< 1,500 ms', (found) => found < 1500, 'ms');
}

/**
 * Milliseconds from the next key to what shows its effect, painted: taken by the page itself.
 * @param shown an expression that is true once the effect stands
 */
const FROM_KEY = (shown: string) => `globalThis.taken = new Promise((resolve, reject) => {
  let pressed = null;
  const look = () => {
    if (pressed === null || !(${shown})) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed), 0));
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
  setTimeout(() => reject(new Error('the key showed nothing within 30 s')), 30_000);
  addEventListener('keydown', (event) => { pressed = event.timeStamp; }, { capture: true, once: true });
}); null`;

const AT_REST = `document.querySelector('.standards-effects')?.getAttribute('aria-busy') === 'false'`;

async function keystrokes(browser: Browser, address: string, root: string, rounds: number): Promise<readonly Row[]> {
  const profile = await browser.newContext({ viewport: SCREEN });
  await signIn(profile, address, root, 'G-101');
  const page = await newDraft(profile, address);
  const field = page.getByRole('textbox', { name: CAP });
  const [marks, previews]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    // A digit less is below the floor.
    await field.fill(String(300_000 + round));
    await until(page, AT_REST);
    marks.push(await fromKey(page, 'Backspace', `document.body.innerText.includes('低于市级标准')`));
    // A digit more is another cap, which nobody has asked for before.
    await field.fill(String(35_000 + round));
    await page.getByText('低于市级标准').waitFor();
    const paid = `document.querySelector('[aria-label="按本草稿"]')?.innerText.includes('${350_001 + 10 * round}'.replace(/(?=(\\d{3})$)/, ','))`;
    previews.push(await fromKey(page, '1', `${AT_REST} && ${paid}`));
  }
  await profile.close();
  return [
    wanted('editor: key to its mark, middle', median(marks), '< 100 ms', (found) => found < 100, 'ms'),
    row('editor: key to its mark, 9 of 10 below', quantile(marks, 0.9), 'ms'),
    wanted('editor: key to the preview, middle', median(previews), '< 300 ms', (found) => found < 300, 'ms'),
    row('editor: key to the preview, 9 of 10 below', quantile(previews, 0.9), 'ms'),
  ];
}

/**
 * From the key that hides a cliff in a draft to the bill of the family that it leaves worse off, painted: what is typed rests, is
 * saved and proved, and the claim is settled by both. Each time another figure, which nobody has proved before.
 */
async function fromKeyToBill(browser: Browser, root: string, folder: string, rounds: number): Promise<readonly Row[]> {
  const rules = join(folder, 'hidden-cliff');
  cpSync(join(root, 'rules'), rules, { recursive: true });
  const city = join(rules, '371500/liaocheng-2019.yaml');
  writeFileSync(city, withHiddenCliff(readFileSync(city, 'utf8')));
  // Of the county's own figures none may hide it.
  const county = join(rules, 'samples/371525-guanxian-sample.yaml');
  const own = readFileSync(county, 'utf8');
  writeFileSync(county, `${own.slice(0, own.indexOf('\nstandards:'))}\nstandards:\n  accident.medical: 8000\n`);
  const service = await startDixian(root, ['--demo', '--rules', rules]);
  const profile = await browser.newContext({ viewport: SCREEN });
  try {
    await signIn(profile, service.address, root, 'G-101');
    const page = await newDraft(profile, service.address);
    const ratio = page.getByRole('textbox', { name: /^基本医保报销比例.*三级/ });
    const cap = page.getByRole('textbox', { name: CAP });
    const shown = `document.querySelectorAll('[aria-label="这个家庭的账单"] svg').length > 1`;
    const times: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await cap.fill(String(300_000 + round));
      await ratio.fill('0.6');
      await page.getByText('已保存').waitFor();
      await page.getByText('✓ 已证明').waitFor();
      await page.keyboard.press('ArrowLeft');
      times.push(await fromKey(page, '7', shown));
    }
    return [
      wanted(
        'editor: key to the bill of who is worse off, middle',
        median(times),
        '< 2,000 ms',
        (found) => found < 2_000,
        'ms',
      ),
      row('editor: key to the bill, longest', Math.max(...times), 'ms'),
    ];
  } finally {
    await profile.close();
    await service.stop();
  }
}

async function newDraft(profile: BrowserContext, address: string): Promise<Page> {
  const page = await profile.newPage();
  await page.goto(`${address}/counties/371525`);
  await page.getByRole('button', { name: '起草修改' }).click();
  await page.getByRole('textbox', { name: CAP }).click();
  await until(page, AT_REST);
  return page;
}

async function fromKey(page: Page, key: string, shown: string): Promise<number> {
  // Begun before the key is pressed.
  await page.evaluate(FROM_KEY(shown));
  await page.keyboard.press(key);
  return (await page.evaluate('globalThis.taken')) as number;
}

/** Scrolls sideways by a step a frame and back, and takes the time between frames. */
const SCROLLED = `new Promise((resolve) => {
  const region = document.querySelector('.scroll');
  const times = [];
  let last = null;
  let step = 60;
  const frame = (now) => {
    if (last !== null) times.push(now - last);
    last = now;
    if (region.scrollLeft + region.clientWidth >= region.scrollWidth - 1) step = -60;
    region.scrollLeft += step;
    if (step < 0 && region.scrollLeft <= 0) resolve(times);
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})`;

async function frames(browser: Browser, address: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const rate of [1, SLOWER]) {
    const profile = await browser.newContext({ viewport: SCREEN });
    const page = await profile.newPage();
    await page.goto(`${address}/overview`);
    await page.getByRole('button', { name: /元/ }).first().waitFor();
    await throttled(page, rate);
    const times = (await page.evaluate(SCROLLED)) as readonly number[];
    await profile.close();
    const what = `editor: 150 counties scrolled${rate === 1 ? '' : `, processor ${rate} × as slow`}`;
    rows.push(
      row(`${what}: a frame, middle`, median(times), 'ms'),
      row(`${what}: a frame, 95 of 100 below`, quantile(times, 0.95), 'ms'),
      row(`${what}: longest frame`, Math.max(...times), 'ms'),
    );
  }
  return rows;
}
