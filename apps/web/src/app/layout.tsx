import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import "../styles/global.css";
import { LanguageRoot } from "../language/language-root.tsx";
import { t, translation } from "../language/t.ts";
import { Providers } from "./providers.tsx";

export const generateMetadata = (): Metadata => ({
  title: { default: "Storehouse", template: "%s · Storehouse" },
  description: t("page.stockAndProductionForSmall"),
});

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // The page shrinks when a phone's keyboard rises, so that a form's main action stays above it.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafbfc" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1114" },
  ],
};

/** The document. Reading the nonce makes every page dynamic, which a per-request Content-Security-Policy needs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const { language } = translation();
  return (
    <html lang={language} suppressHydrationWarning>
      <body>
        <LanguageRoot language={language}>
          <Providers nonce={nonce}>{children}</Providers>
        </LanguageRoot>
      </body>
    </html>
  );
}
