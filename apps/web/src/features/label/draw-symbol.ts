import { code128, drawingSVG, qrcode } from "bwip-js/generic";

export const SYMBOLS = ["bars", "qr"] as const;
export type SymbolKind = (typeof SYMBOLS)[number];

/** A code as a picture: bars or a square, and how many modules wide it is. */
export type DrawnSymbol = Readonly<{ kind: SymbolKind; modules: number; src: string }>;

/** Bars finer than this are beyond cheap scanners and printers of 203 dots an inch. */
export const MODULE_MIN_MM = 0.19;

/** Draws a code the way that is wished for; as a square where bars can't say it, or would be too fine for the width there is. */
export function drawSymbol(text: string, wish: SymbolKind, widthMm: number): DrawnSymbol {
  if (wish === "bars" && /^[\x20-\x7e]+$/.test(text)) {
    const bars = drawBars(text);
    if (widthMm / bars.modules >= MODULE_MIN_MM) return bars;
  }
  return drawSquare(text);
}

function drawBars(text: string): DrawnSymbol {
  const svg: unknown = code128({ bcid: "code128", text, scale: 1, height: 10, includetext: false }, drawingSVG());
  // The bars take whatever height the label leaves them.
  return pictureOf("bars", String(svg).replace("<svg ", '<svg preserveAspectRatio="none" '));
}

function drawSquare(text: string): DrawnSymbol {
  const svg: unknown = qrcode({ bcid: "qrcode", text, scale: 1 }, drawingSVG());
  return pictureOf("qr", String(svg));
}

function pictureOf(kind: SymbolKind, svg: string): DrawnSymbol {
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? Number.NaN);
  return { kind, modules, src: `data:image/svg+xml;utf8,${encodeURIComponent(svg)}` };
}
