import { listEnvironmentReads, READ_MARKS } from "../../src/core/environment/environment-reads.ts";
import { defineRule, type RepositoryMatch, type RepositorySubject } from "../../src/core/rule.ts";
import { foldersAbove } from "./scopes.ts";

/** From so many variables on a list of what is missing pays. */
const MIN_VARIABLES = 3;

const MANIFEST = /(?:^|\/)package\.json$/;
/** Libraries that look at start whether everything is there. */
const LIBRARY =
  /"(?:envalid|znv|@t3-oss\/env-[\w-]+|t3-env|dotenv-safe|env-var|zod|valibot|joi|yup|ajv|convict|@julr\/vite-plugin-validate-env|varlock|@vibetech\/guard|@nestjs\/config)"\s*:/;
/** Code that does so. */
const VALIDATION =
  /\b(?:requireEnv|defineEnv|createEnv|cleanEnv|parseEnv|validateEnv\w*|checkEnv\w*|assertEnv\w*|ensureEnv\w*|getRequiredEnv\w*|requiredEnv\w*|REQUIRED_ENV\w*|missingEnv\w*)\b|(?:safeParse|parse)\(\s*(?:process|import\.meta)\.env|missing[^\n]{0,40}environment variable/i;
const VALIDATION_FILE = /(?:^|\/)(?:env|environment|validate-?env|env-?validation|env\.schema|check-?env)\.[cm]?[jt]s$/i;
const TEST = /(?:^|\/)(?:__tests__|tests?|e2e|cypress|scripts?|tools?)\/|\.(?:test|spec|config)\.[cm]?[jt]sx?$/i;

export const startupValidation = defineRule({
  id: "environment/startup-validation",
  inspects: "repository",
  meta: {
    summary: "A package reads several variables and nothing looks at start whether they are set.",
    why: "It starts, and fails later: at the first request, at the first order. A list of everything that is missing comes at once, or not at all.",
    fix: "Call requireEnv or defineEnv of @vibetech/guard/runtime at start, or use zod, envalid or t3-env.",
    severity: "block",
    confidence: "possible",
    since: "0.1.0",
    source: "S4:164-174",
  },
  reads: ["**/package.json"],
  files: ["**/package.json"],
  notices: READ_MARKS.filter((mark) => mark.includes(".env")),
  check(subject): RepositoryMatch[] {
    const packages = new Set(
      subject
        .withPart("package.json")
        .filter(({ path }) => MANIFEST.test(path))
        .map(({ path }) => path),
    );
    const byPackage = Map.groupBy(
      subject.noticed.filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !TEST.test(path)),
      (path) => manifestOf(path, packages),
    );
    return [...byPackage].flatMap(([manifest, files]) => (manifest === null ? [] : judgePackage(manifest, files, subject)));
  },
});

function manifestOf(path: string, packages: ReadonlySet<string>): string | null {
  const folder = foldersAbove(path).find((above) => packages.has(`${above}package.json`));
  return folder === undefined ? null : `${folder}package.json`;
}

function judgePackage(manifest: string, files: readonly string[], { read, withPart }: RepositorySubject): RepositoryMatch[] {
  const texts = files.map((path) => read(path) ?? "");
  const reads = texts.flatMap((text, i) => listEnvironmentReads(text, files[i] ?? ""));
  const names = new Set(reads.filter(({ isOptional }) => !isOptional).map(({ name }) => name));
  if (names.size < MIN_VARIABLES) return [];
  const folder = manifest.slice(0, -"package.json".length);
  const isValidated =
    LIBRARY.test(read(manifest) ?? "") ||
    texts.some((text) => VALIDATION.test(text)) ||
    withPart("env").some(({ path }) => path.startsWith(folder) && VALIDATION_FILE.test(path));
  if (isValidated) return [];
  const listed = [...names].sort().slice(0, 5).join(", ");
  return [
    {
      path: manifest,
      message: `This package reads ${names.size} variables without a default (${listed}${names.size > 5 ? ", ..." : ""}), and nothing looks at start whether they are set.`,
      severity: "warn",
    },
  ];
}
