import { toEnvironmentFile } from "../../src/core/environment/environment-file.ts";
import { clientName } from "../../src/core/environment/variable-names.ts";
import { type ContentSubject, defineRule, type Hit, type Match } from "../../src/core/rule.ts";
import { judgeClientName, judgeClientValue } from "./client-names.ts";

const PREFIXES = ["VITE_", "NEXT_PUBLIC_", "REACT_APP_", "EXPO_PUBLIC_", "NUXT_PUBLIC_", "PUBLIC_", "GATSBY_"];

const CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;
const POWERSHELL = /\.ps[dm]?1$/i;
const SETTINGS = /(?:^|\/)(?:[\w.-]*Dockerfile[\w.-]*|Containerfile|Makefile|Jenkinsfile)$|\.(?:ya?ml|toml|json|sh|bash|zsh|fish|bat|cmd|tf|env)$/i;
/** Tests make up what they need, and a type holds no value. */
const TEST =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress|fixtures|mocks)\/|\.(?:test|spec|stories|e2e)\.|(?:^|\/)(?:setup|test-setup)[^/]*\.[jt]s$|\.d\.[cm]?ts$/i;

/** `process.env.`, `import.meta.env?.["`, `env['`, `Env.` */
const READ = /\b(?:process|globalThis|import\.meta|Bun|Deno)?\.?env\s*(?:\?\.|\.|(?:\?\.)?\[\s*["'`])\s*$/i;
/** The name begins what is written there: an object's key, a constant; never the middle of a text. */
const KEY_IN_CODE = /(?:^|[{,(;])\s*(?:export\s+)?(?:(?:const|let|var)\s+)?["']?$/;
/** `KEY=`, `- KEY=`, `export KEY=`, `ENV KEY=`, `ARG KEY`, `KEY: `, `"KEY": `, `--build-arg KEY=` */
const KEY_IN_SETTINGS = /(?:^|[{,\s])(?:-\s+)?(?:(?:export|ENV|ARG|set)\s+)?["']?$/;
const GIVEN = /^["']?\s*(?:=(?!=)|:(?!:))\s*(.*)$/;
const TYPE = /^(?:readonly\s+)?(?:string|number|boolean|any|unknown|undefined|never)\b/;

export const clientSecret = defineRule({
  id: "environment/client-secret",
  inspects: "content",
  meta: {
    summary: "A secret has a name that a bundler writes into what every visitor gets.",
    why: "Variables that begin with VITE_, NEXT_PUBLIC_ and the like end up in the JavaScript of the page, where anybody can read them.",
    fix: "Take the prefix off, and use the secret on a server: let the page ask your server, and the server the service.",
    severity: "block",
    confidence: "likely",
    since: "0.1.0",
    source: "S4:160",
  },
  files: ["**/*", "!**/*.{md,mdx,markdown,rst,txt,html,svg,snap,map,log,csv,ipynb}", "!**/CHANGELOG*", "!**/node_modules/**"],
  triggers: PREFIXES.map((literal) => ({ literal, exact: true, startsWord: true })),
  check(subject): Match[] {
    if (TEST.test(subject.path)) return [];
    const seen = new Set<number>();
    return subject.hits.flatMap((hit) => {
      if (seen.has(hit.start)) return [];
      seen.add(hit.start);
      return matchName(subject, hit);
    });
  },
});

function matchName(subject: ContentSubject, { start }: Hit): Match[] {
  const name = /^[A-Z][A-Z0-9_]*/.exec(subject.slice(start, start + 120))?.[0] ?? "";
  const rest = clientName(name);
  if (!rest) return [];
  const line = subject.line(start);
  const use = findUse(subject.path, subject.slice(line.start, start), subject.slice(start + name.length, line.end));
  if (!use) return [];
  const byValue = judgeClientValue(use.value);
  const byName = judgeClientName(rest);
  const verdict = byValue === "secret" ? "secret" : byValue === "public" && byName !== "secret" ? null : byName;
  if (!verdict) return [];
  const match = { start, end: start + name.length, reveal: "all" as const };
  if (verdict === "secret") return [{ ...match, message: `${name} is a secret, and its prefix lets a bundler write it into what every visitor gets.` }];
  return [
    {
      ...match,
      message: `${name} may be a secret, and its prefix lets a bundler write it into what every visitor gets.`,
      severity: "warn",
      confidence: "possible",
    },
  ];
}

/** Whether a variable is read or given there, and the value that it is given; `null` for prose, patterns and lists of names. */
function findUse(path: string, before: string, after: string): { readonly value: string } | null {
  if (/^\s*(?:#|\/\/|\/?\*|<!--|REM\b)/i.test(before)) return null;
  const given = GIVEN.exec(after)?.[1];
  const value = given === undefined ? "" : given.trim().replace(/^(["'`])(.*?)\1.*$/, "$2");
  if (toEnvironmentFile(path)) return given !== undefined && /^\s*(?:export\s+)?$/.test(before) ? { value } : null;
  if (POWERSHELL.test(path)) return /\$env:$/i.test(before) ? { value } : null;
  if (READ.test(before)) return { value: "" };
  if (CODE.test(path)) {
    if (/\$env\/static\/public/.test(after)) return { value: "" };
    if (/\}\s*=\s*(?:process|import\.meta)\.env\b/.test(after) && /[{,]\s*$/.test(before)) return { value: "" };
    return given !== undefined && KEY_IN_CODE.test(before) && !TYPE.test(given) ? { value } : null;
  }
  if (!SETTINGS.test(path)) return null;
  if (/^\s*(?:ARG|ENV)\s+$/i.test(before)) return { value };
  return given !== undefined && KEY_IN_SETTINGS.test(before) ? { value } : null;
}
