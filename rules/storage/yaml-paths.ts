import { findCommandPaths } from "./command-paths.ts";
import type { NamedPath } from "./path-literal.ts";
import { databaseFile } from "./storage-names.ts";

/** The paths of some lines of YAML that stand in no setting of their own: mounts of Docker, flow mappings, command lines in lists and blocks. */
export function listYamlPaths(text: string): NamedPath[] {
  return [...listMounts(text), ...listFlow(text), ...listItems(text), ...listBlocks(text)];
}

const mount = /^[ \t]*-[ \t]+["']?((?:[A-Za-z]:)?[^\s"':#]+):\/[^\s"']*/gm;

/** The host's side of a bind mount of Docker, `./data/app.db:/app/data.db`. A name without a slash is a volume of Docker's own. */
function listMounts(text: string): NamedPath[] {
  return [...text.matchAll(mount)].flatMap((match) => {
    const [whole, path = ""] = match;
    const start = match.index + whole.indexOf(path);
    return databaseFile.test(path) && /[\\/]/.test(path)
      ? [{ text: path, start, end: start + path.length, isDatabase: true, isDefault: false, name: "volume" }]
      : [];
  });
}

const items = /(?:^[ \t]*-[ \t]+[^\n]*(?:\n|$)){1,40}/gm;

/** `- --db=./x.db`, and `- --db` above `- ./x.db`: a command line with a word in each line. */
function listItems(text: string): NamedPath[] {
  return [...text.matchAll(items)].flatMap(({ 0: list, index }) => {
    if (!/^[ \t]*-[ \t]+["']?--/m.test(list)) return [];
    const line = list.replace(/(?:^|\n)[ \t]*-[ \t]/g, (mark) => " ".repeat(mark.length));
    return findCommandPaths(line).map((path) => ({ ...path, start: index + path.start, end: index + path.end, name: "db_path" }));
  });
}

const flow = /[{,][ \t]*([\w-]{1,40}):[ \t]+([^\s,{}[\]"']{1,200}\.(?:db3?|sqlite3?|duckdb))(?=[ \t]*[,}])/g;

/** `{type: sqlite, file: ./x.db}`, whose values stand without quotes. */
function listFlow(text: string): NamedPath[] {
  return [...text.matchAll(flow)].map((match) => {
    const [whole, name = "", path = ""] = match;
    const start = match.index + whole.length - path.length;
    return { text: path, start, end: start + path.length, isDatabase: true, isDefault: false, name };
  });
}

/** What is indented more than a key that ends in `|` or `>`. */
const block = /^([ \t]*)(?:- )?[\w-]+:[ \t]*[|>][-+\d]*[ \t]*\n((?:(?:\1[ \t]+[^\n]*)?(?:\n|$)){1,60})/gm;

/** `command: >` above `serve --db ./x.db` */
function listBlocks(text: string): NamedPath[] {
  return [...text.matchAll(block)].flatMap(({ 0: whole, 2: body = "", index }) => {
    const start = index + whole.length - body.length;
    const lines = body.replace(/(?<=^|\s)#[^\n]*/g, (comment) => " ".repeat(comment.length));
    return findCommandPaths(lines).map((path) => ({ ...path, start: start + path.start, end: start + path.end, name: "db_path" }));
  });
}
