/** The text of the QR code in a picture; undefined: none is seen. */
export type Decode = (source: HTMLVideoElement | ImageBitmap) => Promise<string | undefined>;

/** Of `BarcodeDetector`, which TypeScript does not know yet, what is used here. */
interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const nativeDecoder = async (): Promise<Decode | undefined> => {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  const formats = await BarcodeDetector?.getSupportedFormats().catch((): readonly string[] => []);
  if (!BarcodeDetector || !formats?.includes('qr_code')) return undefined;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  return async (source) => (await detector.detect(source))[0]?.rawValue;
};

let loaded: Promise<Decode> | undefined;

/** The browser's own, else ours, which comes only then. Loaded once; a failed load is tried again. */
export const loadDecoder = (): Promise<Decode> => {
  loaded ??= nativeDecoder().then(async (native) => native ?? (await import('./qr-decoder.ts')).decode);
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
};
