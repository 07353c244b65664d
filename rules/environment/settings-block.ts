/** A setting of an environment, wherever it is written. Offsets are indices into the text; the value stands without its quotes. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly valueStart: number;
}

/** `KEY: value`, `KEY=value`, `- KEY=value`, `"KEY": "value",`, `- "KEY=value"`, `ENV KEY=value`; the value with whatever follows it on the line. */
const SETTING = /^[ \t]*(?:-[ \t]+|ENV[ \t]+)?["']?([A-Za-z_]\w*)["']?[ \t]*[:=][ \t]*([\s\S]*)$/;
/** Kubernetes: `- name: KEY`, and `value: ...` on the next line. */
const NAME = /^[ \t]*-[ \t]+name:[ \t]*["']?([A-Za-z_]\w*)["']?[ \t]*$/;
const VALUE = /^[ \t]*value:[ \t]*([\s\S]*)$/;
/** `[vars]` of TOML and INI. */
const HEADER = /^[ \t]*\[[^\]]*\][ \t]*$/;
const BLANK = /^[ \t]*(?:#|\/\/|$)/;

interface Line {
  readonly text: string;
  readonly start: number;
  readonly indent: number;
  readonly isHeader: boolean;
}

interface Block {
  readonly indent: number;
  readonly settings: Setting[];
  /** Key of a `- name: KEY` whose value is on the next line. */
  named: string | null;
}

/**
 * Settings that stand side by side: on lines of the same indentation, with nothing further out between them. That is a mapping of YAML, the
 * `environment` of a compose file, a table of TOML, an object of JSON or JavaScript written over lines. Never throws, takes linear time.
 */
export function listBlocks(text: string): (readonly Setting[])[] {
  const all: Block[] = [];
  const open: Block[] = [];
  for (const line of linesOf(text)) {
    while (open.length > 0 && (line.isHeader || (open.at(-1)?.indent ?? 0) > line.indent)) open.pop();
    const above = open.at(-1);
    const block = above?.indent === line.indent ? above : { indent: line.indent, settings: [], named: null };
    if (block !== above) {
      open.push(block);
      all.push(block);
    }
    readLine(line, block, above);
  }
  return all.map(({ settings }) => settings);
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (const raw of text.split("\n")) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (!BLANK.test(line)) yield { text: line, start, indent: line.search(/[^ \t]/), isHeader: HEADER.test(line) };
    start += raw.length + 1;
  }
}

/** Takes the line's setting into its block; the second half of a named one belongs to the block above. */
function readLine(line: Line, block: Block, above: Block | undefined): void {
  const key = above?.named ?? null;
  if (above) above.named = null;
  const value = key === null || block === above ? null : VALUE.exec(line.text);
  if (above && key !== null && value) {
    above.settings.push(toSetting(key, value[1] ?? "", line));
    return;
  }
  block.named = NAME.exec(line.text)?.[1] ?? null;
  const setting = block.named === null ? SETTING.exec(line.text) : null;
  if (setting) block.settings.push(toSetting(setting[1] ?? "", setting[2] ?? "", line));
}

/** Takes off quotes, a comma at the end and a comment. `rest` is how the line ends. */
function toSetting(key: string, rest: string, { text, start }: Line): Setting {
  const quote = /^["'`]/.exec(rest)?.[0] ?? "";
  const closing = quote === "" ? -1 : rest.indexOf(quote, 1);
  const bare = rest
    .slice(quote.length)
    .replace(/[ \t]#[\s\S]*$/, "")
    .trimEnd()
    .replace(/,$/, "")
    .replace(/["'`]$/, "");
  return { key, value: closing < 0 ? bare : rest.slice(1, closing), valueStart: start + text.length - rest.length + quote.length };
}
