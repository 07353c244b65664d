import type { Guarded } from "../guarded.ts";
import { configure, type Hostile, staging } from "./hostile.ts";

/** Attributes in every place where git looks for them, and the programs that they name. */
function attribute(text: string, settings: (program: string) => Readonly<Record<string, string>> = () => ({})): Hostile["arrange"] {
  return (guarded: Guarded, program) => {
    for (const file of [".gitattributes", ".git/info/attributes"]) guarded.write(file, `${text}\n`);
    guarded.git("add", ".gitattributes");
    configure(settings)(guarded, program);
  };
}

export const attributes: readonly Hostile[] = [
  { name: "-diff", arrange: attribute("* -diff") },
  { name: "binary", arrange: attribute("* binary") },
  { name: "textconv", arrange: attribute("* diff=any", (program) => ({ "diff.any.textconv": program, "diff.any.cachetextconv": "true" })) },
  { name: "a diff driver", arrange: attribute("* diff=any", (program) => ({ "diff.any.command": program })) },
  {
    name: "a diff driver with a pattern that is none",
    arrange: attribute("* diff=any", () => ({ "diff.any.xfuncname": "(" })),
    code: 3,
    says: "git diff-index failed (exit 128): fatal: Invalid regexp",
  },
  {
    name: "a filter",
    arrange: attribute("* filter=any", (program) => ({ "filter.any.clean": program, "filter.any.smudge": program, "filter.any.required": "true" })),
  },
  { name: "a filter that stays", arrange: attribute("* filter=any", (program) => ({ "filter.any.process": program, "filter.any.required": "true" })) },
  { name: "a merge driver", arrange: attribute("* merge=any", (program) => ({ "merge.any.driver": program, "merge.default": "any" })) },
  { name: "an encoding that there is not", arrange: attribute("*.ts working-tree-encoding=no-such-encoding") },
  { name: "ident, eol, export-subst", arrange: attribute("* ident text eol=crlf export-subst export-ignore") },
  { name: "a macro", arrange: attribute("[attr]hidden -diff -text -merge\n* hidden linguist-generated") },
  { name: "attributes without end", arrange: staging({ ".gitattributes": "* -diff\n".repeat(100_000) }) },
  { name: "attributes that are no text", arrange: staging({ ".gitattributes": Uint8Array.from({ length: 4096 }, (_, i) => i & 255) }) },
];
