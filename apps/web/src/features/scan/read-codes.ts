import type { ReaderOptions } from "zxing-wasm/reader";

// What stands on goods and on the labels printed here; each format more makes every picture slower.
const OPTIONS: ReaderOptions = {
  formats: ["Code128", "Code39", "EAN13", "EAN8", "UPCA", "UPCE", "ITF", "QRCode", "DataMatrix"],
  tryHarder: true,
  maxNumberOfSymbols: 8,
};

let reader: Promise<(image: ImageData) => Promise<readonly string[]>> | undefined;

/** Reads the codes in a picture. The reader, a megabyte of it, is fetched from this very server when it is first needed. */
export async function readCodes(image: ImageData): Promise<readonly string[]> {
  reader ??= loadReader();
  try {
    return await (await reader)(image);
  } catch (error) {
    // A reader that could not be fetched is fetched again with the next picture.
    reader = undefined;
    throw error;
  }
}

async function loadReader() {
  const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
  // By itself the library would fetch it from a stranger's server.
  const wasm = new URL("zxing-wasm/reader/zxing_reader.wasm", import.meta.url).href;
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  return async (image: ImageData) => {
    const found = await readBarcodes(image, OPTIONS);
    return found.filter(({ isValid }) => isValid).map(({ text }) => text);
  };
}
