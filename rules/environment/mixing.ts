import { readDotenv } from "../../src/core/environment/dotenv.ts";
import { toEnvironmentFile } from "../../src/core/environment/environment-file.ts";
import { isJudgedInProduction, isUnknownValue, listProductionFaults } from "../../src/core/environment/production.ts";
import { defineRule, type Hit, type Match, type Trigger } from "../../src/core/rule.ts";
import { findDevelopmentSign, findProductionSign, toSign } from "./mixing-signs.ts";
import { listBlocks, type Setting } from "./settings-block.ts";

const PRODUCTION = /^prod(?:uction)?$/i;
const DEVELOPMENT = /^dev(?:elopment)?$/i;
/** Words by which a file's name says what it is for. */
const ENVIRONMENTS = /^(?:prod(?:uction)?|dev(?:elopment)?|test(?:ing)?|stag(?:e|ing)|preview|sandbox|qa|ci)$/;

const SAYS_ENVIRONMENT = ["NODE_ENV", "APP_ENV"];
/** What the further signs need; each of them is rare. */
const SAYS_MORE: readonly Trigger[] = [
  { literal: "DEBUG", assignedWithin: 10 },
  { literal: "MOCK", assignedWithin: 24 },
  { literal: "SQUARE_", exact: true },
  { literal: "_SECRET", assignedWithin: 6 },
  { literal: "_PASSWORD", assignedWithin: 3 },
  ...["pk_test_", "sk_test_", "pk_live_", "sk_live_", "sk-dev-", "sk-prod-"].map((literal) => ({ literal, exact: true })),
  ...["://localhost", "://127.0.0.1", "=http://"].map((literal) => ({ literal })),
];
const SAYS_PLACE = "DATABASE_ DB_PATH DB_URL DB_URI DB_DIR DB_FILE DB_NAME SQLITE_ CORS_ ALLOWED_ORIGIN FRONTEND_URL FRONTEND_ORIGIN".split(" ");

interface Options {
  readonly developmentMarks: readonly string[];
}

export const mixing = defineRule({
  id: "environment/mixing",
  inspects: "content",
  meta: {
    summary: "Settings of production name a development database or an origin that is not https, or show other signs of another environment.",
    why: "Production then writes into a database that anybody may reset, or lets pages in whose traffic everybody on the way can change.",
    fix: "Give production its own database, and origins that begin with https://. If this is not production, say so: NODE_ENV=development.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:509-517",
  },
  files: ["**/*.env*", "**/.dev.vars*", "**/*.{yml,yaml,toml,json}", "**/ecosystem.config.{js,cjs,mjs}", "**/*Dockerfile*"],
  triggers: [...SAYS_ENVIRONMENT, { literal: "DATABASE", assignedWithin: 3 }, ...SAYS_PLACE, ...SAYS_MORE],
  check(subject, options: Options) {
    const text = (): string => subject.slice(0, subject.length);
    if (toEnvironmentFile(subject.path)) return judgeFile(readDotenv(text()), subject.path, options);
    // Elsewhere an environment is what stands side by side with the setting that names it.
    const isNaming = ({ trigger }: Hit): boolean => trigger < SAYS_ENVIRONMENT.length;
    if (subject.hits.every(isNaming) || !subject.hits.some(isNaming)) return [];
    return listBlocks(text()).flatMap((block) => judgeSettings(block, toEnvironment(block, []), options));
  },
});

/** An environment file: its name says as well what it is for, and may contradict what stands in it. */
function judgeFile(settings: readonly Setting[], path: string, options: Options): Match[] {
  const words = toEnvironmentFile(path)?.words ?? [];
  const inName = words.find((word) => ENVIRONMENTS.test(word));
  const named = settings.findLast(({ key }) => key === "NODE_ENV");
  const contradicts = named && inName !== undefined && !isUnknownValue(named.value) && PRODUCTION.test(named.value) !== PRODUCTION.test(inName);
  return [
    ...(contradicts ? [toSign(named, "says another environment than the name of the file")] : []),
    ...judgeSettings(settings, toEnvironment(settings, words), options),
  ];
}

function judgeSettings(settings: readonly Setting[], environment: string, options: Options): Match[] {
  const findSign = PRODUCTION.test(environment) ? findDevelopmentSign : DEVELOPMENT.test(environment) ? findProductionSign : null;
  if (!findSign) return [];
  return settings.flatMap((setting) => {
    if (isUnknownValue(setting.value)) return [];
    if (findSign === findDevelopmentSign && isJudgedInProduction(setting.key)) return toFaults(setting, options);
    const why = findSign(setting);
    return why === null ? [] : [toSign(setting, why)];
  });
}

/** What NODE_ENV says, else the file's name, else the names that other tools use. */
function toEnvironment(settings: readonly Setting[], words: readonly string[]): string {
  const said = (key: string): string | undefined => settings.findLast((setting) => setting.key === key)?.value.trim();
  return said("NODE_ENV") ?? words.find((word) => ENVIRONMENTS.test(word)) ?? said("APP_ENV") ?? said("VITE_APP_ENV") ?? "";
}

function toFaults({ key, value, valueStart }: Setting, { developmentMarks }: Options): Match[] {
  return listProductionFaults(key, value, developmentMarks).map(({ start, end, why, mayHoldLogin }) => ({
    start: valueStart + start,
    end: valueStart + end,
    message: `${key} ${why}.`,
    reveal: mayHoldLogin ? 0 : "all",
  }));
}
