import { aiProvider } from "./formats/ai-provider.ts";
import { apiKey } from "./formats/api-key.ts";
import { ci } from "./formats/ci.ts";
import { cloudKey } from "./formats/cloud-key.ts";
import { cryptoExchange } from "./formats/crypto-exchange.ts";
import { cryptoWallet } from "./formats/crypto-wallet.ts";
import { jwt } from "./formats/jwt.ts";
import { messaging } from "./formats/messaging.ts";
import { oauthToken } from "./formats/oauth-token.ts";
import { payment } from "./formats/payment.ts";
import { privateKey } from "./formats/private-key.ts";
import { registry } from "./formats/registry.ts";
import { saasAL } from "./formats/saas-a-l.ts";
import { saasMZ } from "./formats/saas-m-z.ts";
import { vcs } from "./formats/vcs.ts";
import { webhookUrl } from "./formats/webhook-url.ts";

/**
 * One kind of token: a row of the tables in `formats/`. Its columns, separated by tabs, `-` where there is nothing to say:
 *
 *     id  provider  credential  severity  confidence  words  check  revoke at  source  notation
 *
 * `(?i)` before a notation: case does not count. Several rows of one id are several forms of one token, the surest first.
 */
export interface Format {
  readonly id: string;
  readonly provider: string;
  readonly credential: string;
  readonly kind: Kind;
  /** Nothing that is known from memory alone, and nothing that only names its owner, blocks. */
  readonly severity: "block" | "warn";
  readonly confidence: "certain" | "likely" | "possible";
  /** One of these must stand in the name that it is assigned to, or near it where its own text tells it from others. */
  readonly words: readonly string[];
  /** Of `checks.ts`. */
  readonly check: string | null;
  readonly revokeAt: string | null;
  /** The provider's page, or the scanners that know the format. */
  readonly source: string | null;
  readonly notation: string;
  readonly isCaseless: boolean;
}

/** What each kind of token opens; ends the sentence "Whoever reads it can ...". */
export const kinds = {
  "ai-provider": "use the models at the owner's cost",
  "api-key": "use the service as its owner",
  ci: "run builds as their owner and read what they read",
  "cloud-key": "use and change what the owner runs there",
  "crypto-exchange": "trade with the owner's funds",
  "crypto-wallet": "take all that the wallet holds",
  jwt: "act as whom it was issued to, until it expires",
  messaging: "send messages as its owner and read theirs",
  "oauth-token": "act as the application or user that it was issued to",
  payment: "see and move the owner's money",
  "private-key": "sign, decrypt or log in with it",
  registry: "publish packages as their owner",
  saas: "read and change what the owner keeps there",
  vcs: "read and change the owner's repositories",
  "webhook-url": "post there in the owner's name",
} as const;

export type Kind = keyof typeof kinds;

const TABLES: readonly (readonly [Kind, string])[] = [
  ["ai-provider", aiProvider],
  ["api-key", apiKey],
  ["ci", ci],
  ["cloud-key", cloudKey],
  ["crypto-exchange", cryptoExchange],
  ["crypto-wallet", cryptoWallet],
  ["jwt", jwt],
  ["messaging", messaging],
  ["oauth-token", oauthToken],
  ["payment", payment],
  ["registry", registry],
  ["saas", saasAL],
  ["saas", saasMZ],
  ["vcs", vcs],
  ["webhook-url", webhookUrl],
];

/** The formats that have a rule of their own, by the name that follows `secrets/`. */
export const formats: ReadonlyMap<string, readonly Format[]> = Map.groupBy(
  TABLES.flatMap(([kind, table]) => readTable(kind, table)),
  ({ id }) => id,
);

/** Formats of private keys; `secrets/private-key` speaks of them. */
export const keyFormats: readonly Format[] = readTable("private-key", privateKey);

function readTable(kind: Kind, table: string): Format[] {
  return table
    .trim()
    .split("\n")
    .map((line) => readRow(kind, line.split("\t")));
}

function readRow(kind: Kind, columns: readonly string[]): Format {
  const [id = "", provider = "", credential = "", severity, confidence, words = "-", check = "-", revokeAt = "-", source = "-", notation = ""] = columns;
  const orNull = (text: string): string | null => (text === "-" ? null : text);
  return {
    id,
    provider,
    credential,
    kind,
    severity: severity === "block" ? "block" : "warn",
    confidence: confidence === "certain" || confidence === "likely" ? confidence : "possible",
    words: words === "-" ? [] : words.split(","),
    check: orNull(check),
    revokeAt: orNull(revokeAt),
    source: orNull(source),
    notation: notation.replace("(?i) ", ""),
    isCaseless: notation.startsWith("(?i) "),
  };
}
