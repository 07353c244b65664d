import { isLeakable, listParts } from "../../src/core/environment/leakable-values.ts";
import { defineRule, type RepositoryMatch } from "../../src/core/rule.ts";
import { about, listValueFiles, type ValueFile } from "./scopes.ts";

export const reuse = defineRule({
  id: "environment/reuse",
  inspects: "repository",
  meta: {
    summary: "Two environments, or two applications, use the same secret.",
    why: "A secret that leaks where it is guarded least then opens production too, and nobody can replace it in one place only.",
    fix: "Make a secret of its own for each environment and each application.",
    severity: "block",
    confidence: "certain",
    since: "0.1.0",
    source: "S4:109,157,199",
  },
  reads: ["**/*.env*", "**/.dev.vars*"],
  files: ["**/*.env*", "**/.dev.vars*"],
  wantsLocal: true,
  check(subject): RepositoryMatch[] {
    const shared = [...Map.groupBy(listValueFiles(subject).flatMap(listPlaces), ({ value }) => value).values()].filter((group) => group.length > 1);
    return shared.flatMap((group) => {
      const [first, ...others] = oneOfEachFile(group.filter(({ key, value }) => isLeakable({ key, value })));
      return first ? toMatches(first, others) : [];
    });
  },
});

interface Place {
  readonly file: ValueFile;
  readonly name: string;
  /** What says whether it is a secret: its name, or of the password of a URL that it is one. */
  readonly key: string;
  readonly value: string;
  /** `production`, `development`, ...; empty where neither the file nor its name says one. */
  readonly environment: string;
}

/** Most of what could be a secret stands nowhere else, and whether it is one need not be asked. */
function listPlaces(file: ValueFile): Place[] {
  const environment = environmentOf(file);
  return file.settings.flatMap(({ key: name, value }) => listParts(name, value).map((part): Place => ({ file, name, environment, ...part })));
}

function oneOfEachFile(places: readonly Place[]): Place[] {
  return [...Map.groupBy(places, ({ file }) => file).values()].flatMap(([first]) => first ?? []);
}

const ALIASES: Readonly<Record<string, string>> = { prod: "production", dev: "development", testing: "test", stage: "staging" };
const ENVIRONMENTS = new Set(["production", "development", "test", "staging", "preview", "sandbox", "qa", "ci"]);

/** The file's name first: two files may both claim `NODE_ENV=production`, and that is where secrets are shared. */
function environmentOf({ words, settings }: ValueFile): string {
  const inside = settings.findLast(({ key }) => key === "NODE_ENV")?.value ?? "";
  const named = [...words, inside].map((word) => ALIASES[word] ?? word);
  return named.find((word) => ENVIRONMENTS.has(word)) ?? "";
}

/** One finding for each further place, against the first that differs from it. */
function toMatches(first: Place, others: readonly Place[]): RepositoryMatch[] {
  return others.flatMap((other): RepositoryMatch[] => {
    const isSameFolder = first.file.folder === other.file.folder;
    if (isSameFolder && first.environment === other.environment) return [];
    const message = `${other.name} has the same secret as ${first.name} in ${first.file.path}.`;
    const areEnvironments = first.environment !== other.environment && first.environment !== "" && other.environment !== "";
    if (areEnvironments) return [{ ...about(other.file), message }];
    return [{ ...about(other.file), message, severity: "warn", ...(isSameFolder ? { confidence: "possible" as const } : {}) }];
  });
}
