import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "mysql", schema: "./src/central/*.ts", out: "../../drizzle/central" });
