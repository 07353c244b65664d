import type { Sighting } from "./candidate.ts";
import { matchAt, readOpening, readQuoted } from "./nearby-value.ts";

/** Command lines up to the password: `curl -u user:X`, `mysql -pX`, `sshpass -p X`, `docker login -u user -p X`, `redis-cli -a X`. */
const COMMANDS: readonly RegExp[] = [
  /curl\b[^\n|;]{0,400}?[ \t](?:-u|--user|--proxy-user)[ =]{0,2}\\?["']?[^\s"':]{1,80}:/y,
  /(?:mysql(?:dump|admin)?\b[^\n|;]{0,200}?[ \t]-p|sshpass[ \t]{1,4}-p[ \t]{0,4})\\?["']?/y,
  /(?:(?:docker|podman|az|oc)[ \t]{1,4}login|mongo(?:sh|dump|restore|export|import)?)\b[^\n|;]{0,200}?[ \t]-p[ \t=]{1,4}\\?["']?/y,
  /redis-cli\b[^\n|;]{0,200}?[ \t]-a[ \t]{1,4}\\?["']?/y,
];
const ARGUMENT = /[^\s"'`\\;|&]{1,256}/y;

/** A call or a pair that takes user and password: `auth=("user", "X")`, `SetBasicAuth("user", "X")`. */
const CALL = /(?:auth|login|credentials?)[ \t]?=?[ \t]?\([ \t]{0,4}(["'])[^"'\n]{1,80}\1[ \t]{0,2},[ \t]{0,4}/iy;

/** No name says that the second of two words is a password: tests log in with `testpw`, and not every `login` is one. */
const WORD = /^[a-z]*$/i;

/** Where such command lines and calls begin. */
export const LOGIN_COMMANDS: readonly string[] = [
  ...["curl ", "mysql ", "mysqldump ", "mysqladmin ", "sshpass ", "redis-cli "],
  ...["docker", "podman", "az", "oc"].map((program) => `${program} login `),
  ...["", "sh", "dump", "restore", "export", "import"].map((tool) => `mongo${tool} `),
];
export const LOGIN_CALLS: readonly string[] = ["auth(", "auth=(", "auth = (", "login(", "credential(", "credentials("].flatMap((call) => [
  `${call}"`,
  `${call}'`,
]);

/** The password of a login that does not call it so; `at`: where the program or the call is named. */
export function readLogin(text: string, at: number): Sighting | null {
  const call = matchAt(CALL, text, at);
  return call === "" ? readCommand(text, at) : readArgument(text, at, at + call.length);
}

function readCommand(text: string, at: number): Sighting | null {
  const command = COMMANDS.map((pattern) => matchAt(pattern, text, at)).find((found) => found !== "");
  if (command === undefined) return null;
  const start = at + command.length;
  const value = matchAt(ARGUMENT, text, start);
  return value === "" ? null : toSighting(value, at, start, "option");
}

function readArgument(text: string, at: number, argument: number): Sighting | null {
  const opened = readOpening(text, argument);
  const value = opened ? readQuoted(text, opened.end, opened.quote) : "";
  return opened && !WORD.test(value) ? toSighting(value, at, opened.end, "pair") : null;
}

function toSighting(value: string, nameStart: number, start: number, form: "option" | "pair"): Sighting {
  return { name: "user_password", nameStart, nameEnd: start, value, start, end: start + value.length, form, quoted: form === "pair" };
}
