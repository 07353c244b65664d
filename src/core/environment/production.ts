/** What must not stand in the settings of production (S4:509-517): part of a value. Offsets are indices into it, ends exclusive. */
export interface ProductionFault {
  readonly start: number;
  readonly end: number;
  /** Follows the variable's name, and holds nothing of the value. */
  readonly why: string;
  /** Whether it stands where a login and its password may. */
  readonly mayHoldLogin: boolean;
}

/** Names that hold the place of a database. */
const DATABASE = /(?:^|_)(?:DATABASE|DB|SQLITE)(?:_(?:PATH|URL|URI|DIR|FILE|NAME))?$/i;
/** Names that hold one or more origins. */
const ORIGIN = /(?:^|_)(?:CORS_(?:ALLOW(?:ED)?_)?ORIGINS?|ALLOWED_ORIGINS?|FRONTEND_(?:URL|ORIGIN))$/i;
/** Nothing, or put in later: by a template, or by whoever copies the file. */
const UNKNOWN_VALUE = /^(?:$|<|\$|%\w+%$|\{\{|__|\.\.\.|your|change|x{3})/i;
/** Schemes by which apps, not pages, call a server. They have no https. */
const APP_SCHEME = /^(?:capacitor|ionic|tauri|app|electron|file|chrome-extension|moz-extension|safari-web-extension|null)(?::|$)/i;

export const DEVELOPMENT_MARKS: readonly string[] = ["dev_"];

/** Whether a value is blank or still to be put in. */
export function isUnknownValue(value: string): boolean {
  return UNKNOWN_VALUE.test(value);
}

/** Whether the two rules have something to say of such a name. */
export function isJudgedInProduction(key: string): boolean {
  return DATABASE.test(key) || ORIGIN.test(key);
}

/** `developmentMarks`: what in the place of a database says that it is for development; case does not count. */
export function listProductionFaults(key: string, value: string, developmentMarks: readonly string[] = DEVELOPMENT_MARKS): ProductionFault[] {
  if (isUnknownValue(value)) return [];
  if (DATABASE.test(key)) return judgeDatabase(value, developmentMarks);
  return ORIGIN.test(key) ? judgeOrigins(value) : [];
}

/** S4:511 looks for `dev_` anywhere in the value; the fault spans the part of the path or URL that it stands in. */
function judgeDatabase(value: string, developmentMarks: readonly string[]): ProductionFault[] {
  const low = value.toLowerCase();
  const at = developmentMarks.map((mark) => low.indexOf(mark.toLowerCase())).find((index) => index >= 0);
  if (at === undefined) return [];
  const start = at - (/[^/\\?&=:@;\s]*$/.exec(value.slice(0, at))?.[0].length ?? 0);
  const end = at + (/^[^/\\?&=:@;\s]*/.exec(value.slice(at))?.[0].length ?? 0);
  // Before the last @ of a URL stand a login and its password.
  return [{ start, end, why: "names a development database in the settings of production", mayHoldLogin: value.indexOf("@", at) >= 0 }];
}

/** One origin, or several between commas, blanks or in a list of JSON. */
function judgeOrigins(value: string): ProductionFault[] {
  return [...value.matchAll(/[^\s,;|[\]"'`]+/g)].flatMap(({ 0: origin, index }): ProductionFault[] => {
    if (/^https:\/\//i.test(origin) || isUnknownValue(origin) || APP_SCHEME.test(origin)) return [];
    const why = "allows an origin in the settings of production that does not begin with https://";
    return [{ start: index, end: index + origin.length, why, mayHoldLogin: origin.includes("@") }];
  });
}
