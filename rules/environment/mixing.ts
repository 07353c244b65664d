import { readDotenv } from "../../src/core/environment/dotenv.ts";
import { toEnvironmentFile } from "../../src/core/environment/environment-file.ts";
import { defineRule, type Match } from "../../src/core/rule.ts";
import { listBlocks, type Setting } from "./settings-block.ts";

/** Names that hold the place of a database. */
const DATABASE = /(?:^|_)(?:DATABASE|DB|SQLITE)(?:_(?:PATH|URL|URI|DIR|FILE|NAME))?$/i;
/** Names that hold one or more origins. */
const ORIGIN = /(?:^|_)(?:CORS_(?:ALLOW(?:ED)?_)?ORIGINS?|ALLOWED_ORIGINS?|FRONTEND_(?:URL|ORIGIN))$/i;

const PRODUCTION = /^prod(?:uction)?$/i;
/** Words by which a file's name says what it is for. */
const ENVIRONMENTS = /^(?:prod(?:uction)?|dev(?:elopment)?|test(?:ing)?|stag(?:e|ing)|preview|sandbox|qa|ci)$/;

const SAYS_ENVIRONMENT = ["NODE_ENV", "APP_ENV"];
const SAYS_PLACE = "DATABASE_ DB_PATH DB_URL DB_URI DB_DIR DB_FILE DB_NAME SQLITE_ CORS_ ALLOWED_ORIGIN FRONTEND_URL FRONTEND_ORIGIN".split(" ");

/** Nothing, or put in later: by a template, or by whoever copies the file. */
const UNKNOWN_VALUE = /^(?:$|<|\$|%\w+%$|\{\{|__|\.\.\.|your|change|x{3})/i;
/** Schemes by which apps, not pages, call a server. They have no https. */
const APP_SCHEME = /^(?:capacitor|ionic|tauri|app|electron|file|chrome-extension|moz-extension|safari-web-extension|null)(?::|$)/i;

interface Options {
  readonly developmentMarks: readonly string[];
}

export const mixing = defineRule({
  id: "environment/mixing",
  inspects: "content",
  meta: {
    summary: "Settings of production name a development database, or an origin that is not https.",
    why: "Production then writes into a database that anybody may reset, or lets pages in whose traffic everybody on the way can change.",
    fix: "Give production its own database, and origins that begin with https://. If this is not production, say so: NODE_ENV=development.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:509-517",
  },
  files: ["**/*.env*", "**/.dev.vars*", "**/*.{yml,yaml,toml,json}", "**/ecosystem.config.{js,cjs,mjs}"],
  triggers: [...SAYS_ENVIRONMENT, { literal: "DATABASE", assignedWithin: 3 }, ...SAYS_PLACE],
  check(subject, options: Options) {
    if (subject.hits.every(({ trigger }) => trigger < SAYS_ENVIRONMENT.length)) return [];
    const text = (): string => subject.slice(0, subject.length);
    if (toEnvironmentFile(subject.path)) return judgeSettings(readDotenv(text()), subject.path, options);
    // Elsewhere an environment is what stands side by side with the setting that names it.
    if (subject.hits.every(({ trigger }) => trigger >= SAYS_ENVIRONMENT.length)) return [];
    return listBlocks(text()).flatMap((block) => judgeSettings(block, "", options));
  },
});

function judgeSettings(settings: readonly Setting[], path: string, options: Options): Match[] {
  if (!isProduction(settings, path)) return [];
  return settings.flatMap((setting) => {
    if (UNKNOWN_VALUE.test(setting.value)) return [];
    if (DATABASE.test(setting.key)) return judgeDatabase(setting, options);
    return ORIGIN.test(setting.key) ? judgeOrigins(setting) : [];
  });
}

/** What NODE_ENV says, else the file's name, else the names that other tools use. */
function isProduction(settings: readonly Setting[], path: string): boolean {
  const said = (key: string): string | undefined => settings.findLast((setting) => setting.key === key)?.value.trim();
  const inName = toEnvironmentFile(path)?.words.find((word) => ENVIRONMENTS.test(word));
  return PRODUCTION.test(said("NODE_ENV") ?? inName ?? said("APP_ENV") ?? said("VITE_APP_ENV") ?? "");
}

/** S4:511 looks for `dev_` anywhere in the value; the finding spans the part of the path or URL that it stands in. */
function judgeDatabase({ key, value, valueStart }: Setting, { developmentMarks }: Options): Match[] {
  const low = value.toLowerCase();
  const at = developmentMarks.map((mark) => low.indexOf(mark.toLowerCase())).find((index) => index >= 0);
  if (at === undefined) return [];
  const start = at - (/[^/\\?&=:@;\s]*$/.exec(value.slice(0, at))?.[0].length ?? 0);
  const end = at + (/^[^/\\?&=:@;\s]*/.exec(value.slice(at))?.[0].length ?? 0);
  const message = `${key} names a development database in the settings of production.`;
  // Before the last @ of a URL stand a login and its password.
  return [{ start: valueStart + start, end: valueStart + end, message, reveal: value.indexOf("@", at) < 0 ? "all" : 0 }];
}

/** One origin, or several between commas, blanks or in a list of JSON. */
function judgeOrigins({ key, value, valueStart }: Setting): Match[] {
  return [...value.matchAll(/[^\s,;|[\]"'`]+/g)].flatMap(({ 0: origin, index }): Match[] => {
    if (/^https:\/\//i.test(origin) || UNKNOWN_VALUE.test(origin) || APP_SCHEME.test(origin)) return [];
    const message = `${key} allows an origin in the settings of production that does not begin with https://.`;
    return [{ start: valueStart + index, end: valueStart + index + origin.length, message, reveal: origin.includes("@") ? 0 : "all" }];
  });
}
