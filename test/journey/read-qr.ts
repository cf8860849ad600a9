import type { Locator } from 'playwright-core';

/**
 * The dark modules of a QR code as they stand on the screen: a picture is taken and looked at in the middle of each
 * module, on a page of its own. Rows of `#` and ` `, without the quiet edge, which must be white.
 */
export const readQr = async (image: Locator): Promise<string[]> => {
  const edge = Number((await image.getAttribute('viewBox'))?.split(' ')[2]);
  const picture = (await image.screenshot()).toString('base64');
  const page = await image.page().context().newPage();
  try {
    const rows = await page.evaluate(
      async ([data, count]) => {
        const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes]));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        canvas?.drawImage(bitmap, 0, 0);
        const isDark = (x: number, y: number) => {
          const at = (module: number) => Math.floor(((module + 0.5) * bitmap.width) / count);
          return (canvas?.getImageData(at(x), at(y), 1, 1).data[1] ?? 255) < 128;
        };
        const each = Array.from({ length: count }, (_, at) => at);
        return each.map((y) => each.map((x) => (isDark(x, y) ? '#' : ' ')).join(''));
      },
      [picture, edge] as const,
    );
    const quiet = [...rows.slice(0, 4), ...rows.slice(-4), ...rows.map((row) => row.slice(0, 4) + row.slice(-4))];
    if (quiet.some((row) => row.includes('#'))) throw new Error('The edge of the QR code is not white.');
    return rows.slice(4, -4).map((row) => row.slice(4, -4));
  } finally {
    await page.close();
  }
};
