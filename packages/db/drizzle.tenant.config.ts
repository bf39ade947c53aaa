import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "mysql", schema: "./src/tenant/*.ts", out: "../../drizzle/tenant" });
