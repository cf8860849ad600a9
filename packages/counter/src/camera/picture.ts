import { loadDecoder } from './decode.ts';

/** The text of the QR code in a picture file; undefined: there is none, or the file is no picture. */
export const readPicture = async (file: Blob): Promise<string | undefined> => {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    const decode = await loadDecoder();
    return await decode(bitmap);
  } finally {
    bitmap.close();
  }
};

/** The first picture among what was dropped or pasted. */
export const pictureIn = (data: DataTransfer | null): File | undefined =>
  [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
