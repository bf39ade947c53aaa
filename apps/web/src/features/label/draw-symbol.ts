import { code128, drawingSVG, qrcode } from "bwip-js/generic";

export const SYMBOLS = ["bars", "qr"] as const;
export type SymbolKind = (typeof SYMBOLS)[number];

/** A code as a picture: bars or a square, how many modules wide it is, and how wide bars are drawn. */
export type DrawnSymbol = Readonly<{ kind: SymbolKind; modules: number; src: string; widthMm: number }>;

/** Bars finer than this are beyond cheap scanners and printers of 203 dots an inch. */
export const MODULE_MIN_MM = 0.19;
/** Coarser ones only take room from what a scanner needs to be white on either side. */
const MODULE_MAX_MM = 0.5;
/** How much white Code 128 wants on either side, in modules; and a square, all round, of which a label has two by itself. */
const QUIET = 10;
const SQUARE_QUIET = 2;

/** Draws a code the way that is wished for; as a square where bars can't say it, or would be too fine for the label's width. */
export function drawSymbol(text: string, wish: SymbolKind, labelMm: number): DrawnSymbol {
  if (wish === "bars" && /^[\x20-\x7e]+$/.test(text)) {
    const bars = drawBars(text);
    const moduleMm = Math.min(MODULE_MAX_MM, labelMm / (bars.modules + 2 * QUIET));
    if (moduleMm >= MODULE_MIN_MM) return { ...bars, widthMm: moduleMm * bars.modules };
  }
  return drawSquare(text);
}

function drawBars(text: string): DrawnSymbol {
  const svg: unknown = code128({ bcid: "code128", text, scale: 1, height: 10, includetext: false }, drawingSVG());
  // The bars take whatever height the label leaves them.
  return pictureOf("bars", String(svg).replace("<svg ", '<svg preserveAspectRatio="none" '));
}

function drawSquare(text: string): DrawnSymbol {
  const svg: unknown = qrcode({ bcid: "qrcode", text, scale: 1, padding: SQUARE_QUIET }, drawingSVG());
  return pictureOf("qr", String(svg));
}

function pictureOf(kind: SymbolKind, svg: string): DrawnSymbol {
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? Number.NaN);
  return { kind, modules, widthMm: 0, src: `data:image/svg+xml;utf8,${encodeURIComponent(svg)}` };
}
