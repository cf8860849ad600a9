import decodeQr from 'qr/decode.js';
import type { Decode } from './decode.ts';

/** Larger than this nothing more is seen in a frame, only slower; a picture may hold a small code. */
const longestSide = { video: 960, picture: 2000 };
/** Milliseconds for second thoughts about one frame; a picture is looked at once and may take longer. */
const timeLimit = { video: 60, picture: 1500 };

let canvas: OffscreenCanvas | undefined;

/** For browsers without a detector of their own. */
export const decode: Decode = async (source) => {
  const kind = source instanceof ImageBitmap ? 'picture' : 'video';
  const [width, height] =
    source instanceof ImageBitmap ? [source.width, source.height] : [source.videoWidth, source.videoHeight];
  const scale = Math.min(1, longestSide[kind] / Math.max(width, height));
  canvas ??= new OffscreenCanvas(1, 1);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || !canvas.width || !canvas.height) return undefined;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQr(context.getImageData(0, 0, canvas.width, canvas.height), { timeLimit: timeLimit[kind] });
  } catch {
    return undefined;
  }
};
