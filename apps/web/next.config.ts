import path from "node:path";
import type { NextConfig } from "next";

const root = path.join(import.meta.dirname, "../..");

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The server in front decides what is compressed and how.
  compress: false,
  images: { unoptimized: true },
  transpilePackages: ["@storehouse/domain", "@storehouse/ui"],
  turbopack: { root },
  outputFileTracingRoot: root,
  // `tsc -b` checks the whole repository, this app with it; a second check here would only make the build slower.
  typescript: { ignoreBuildErrors: true },
};

export default config;
