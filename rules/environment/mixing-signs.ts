import type { Match } from "../../src/core/rule.ts";
import type { Setting } from "./settings-block.ts";

/** Further signs that two environments are mixed. Each is no proof, so all of them warn. */

const ON = /^(?:true|1|yes|on|enabled|\*)$/i;
const DEBUG = /(?:^|_)(?:ENABLE_)?DEBUG(?:_MODE|_ENABLED)?$/i;
const MOCK = /(?:^|_)MOCK(?:S|ED|ING)?(?:_|$)/i;
const SQUARE = /(?:^|_)SQUARE_/i;
const SIGNING_SECRET = /(?:^|_)(?:JWT|SESSION|AUTH|NEXTAUTH|COOKIE|REFRESH_TOKEN)_SECRET(?:_KEY)?$|(?:^|_)(?:JWT|SESSION)_(?:SIGNING_)?KEY$/i;
const ADMIN_PASSWORD = /(?:^|_)(?:ADMIN|ROOT|SUPERUSER)_PASS(?:WORD|WD)?$/i;
const WEAK_PASSWORDS = new Set(
  "admin admin1 admin12 admin123 admin1234 administrator password password1 password123 passw0rd 123456 12345678 root toor test letmein secret qwerty welcome".split(
    " ",
  ),
);
/** Bytes of a key for HMAC-SHA-256. */
const MIN_SIGNING_LENGTH = 32;

const TEST_KEY = /^(?:pk_test_|sk_test_|rk_test_|sk-dev-|sk-test-)/;
/** `pk_test_...`, as templates show what belongs there. */
const CUT_OFF = /\.{3}|\*{3}|_your_|<|x{4}/i;
const LIVE_KEY = /^(?:pk_live_|sk_live_|rk_live_|sk-prod-|sk-live-)/;
const LOCAL_URL = /^[a-z][\w+.-]*:\/\/(?:[^\s/@]*@)?(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/?]|$)/i;
/** Of a host that others can reach; one without a dot is a service of the same network. */
const PLAIN_URL = /^http:\/\/(?![^/]*\.(?:local|internal|svc|lan|test)(?:[:/]|$))[^/\s:]+\.[a-z]{2,}(?:[:/?]|$)/i;
const APP_URL = /^(?:capacitor|ionic|tauri|app|electron|file):/i;

/** Why a setting of production looks like one of development; `null`: it does not. */
export function findDevelopmentSign({ key, value }: Setting): string | null {
  if (DEBUG.test(key) && ON.test(value)) return "switches debug output on in production";
  if (MOCK.test(key) && ON.test(value)) return "replaces something by a mock-up in production";
  if (SQUARE.test(key) && value.startsWith("sandbox-")) return "is an id of Square's sandbox in the settings of production";
  if (TEST_KEY.test(value) && !CUT_OFF.test(value)) return "has a test key in the settings of production";
  if (ADMIN_PASSWORD.test(key) && WEAK_PASSWORDS.has(value.toLowerCase())) return "is a password that everybody tries first, in the settings of production";
  if (SIGNING_SECRET.test(key) && value.length < MIN_SIGNING_LENGTH)
    return `has fewer than ${MIN_SIGNING_LENGTH} characters, so whoever has a token can try out the rest`;
  if (APP_URL.test(value)) return null;
  if (LOCAL_URL.test(value)) return "leads to the machine itself in the settings of production";
  return PLAIN_URL.test(value) ? "goes without https in the settings of production" : null;
}

/** Why a setting of development looks like one of production. */
export function findProductionSign({ key, value }: Setting): string | null {
  if (LIVE_KEY.test(value) && !CUT_OFF.test(value)) return "has a live key in the settings of development";
  return SQUARE.test(key) && /^sq0idp-/.test(value) ? "is a production id of Square in the settings of development" : null;
}

/** A finding about the whole value, of which nothing is shown. */
export function toSign({ key, value, valueStart }: Setting, why: string): Match {
  return { start: valueStart, end: valueStart + value.length, message: `${key} ${why}.`, severity: "warn", confidence: "likely" };
}
