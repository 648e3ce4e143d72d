import type { Browser } from 'playwright-core';

/** How far a channel of a pixel may be off: at curves the browser's own drawing differs by one from run to run. */
const TOLERANCE = 2;

/** Whether two pictures in PNG show the same to whoever looks at them. */
export async function showsSame(browser: Browser, one: Buffer, other: Buffer): Promise<boolean> {
  if (one.equals(other)) return true;
  // No library for it: the browser reads pictures.
  const page = await browser.newPage();
  try {
    const given = JSON.stringify([one, other].map((picture) => `data:image/png;base64,${picture.toString('base64')}`));
    return (await page.evaluate(`(async () => {
      const pixels = async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const { width, height } = image;
        const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
        pen.drawImage(image, 0, 0);
        return { width, height, data: pen.getImageData(0, 0, width, height).data };
      };
      const [a, b] = await Promise.all(${given}.map(pixels));
      if (a.width !== b.width || a.height !== b.height) return false;
      return a.data.every((channel, at) => Math.abs(channel - b.data[at]) <= ${TOLERANCE});
    })()`)) as boolean;
  } finally {
    await page.close();
  }
}
