import { z } from "zod";

const names = z.array(z.string().regex(/^[^/\\]+$/, { error: "a file name without slashes" }));

export const options = z.strictObject({
  environmentFiles: names.default([".env", ".env.local", ".env.production"]).describe("Names that git must ignore; otherwise the commit is blocked."),
  keyFiles: names.default(["kraken_credentials.json", "server.pem", "server.key"]).describe("Names that git should ignore; otherwise it warns."),
});
