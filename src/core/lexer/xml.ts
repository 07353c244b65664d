import { scanCode, scanPlainToken } from "./code.ts";
import { cLike } from "./dialects.ts";
import { isLineEnd, type Scanner } from "./scanner.ts";

const name = /[A-Za-z_:@#*\u0080-\uffff][\w:.\u0080-\uffff-]*/y;
const tagStart = /<[/?]?(?=[A-Za-z_])|<!(?=[A-Za-z])/y;

/** Consumes the whole text. A fragment may begin inside a tag. What stands in `<script>` is read as code. */
export function scanXml(scanner: Scanner): void {
  let inTag = /^[^<>]*>/.test(scanner.text) && scanner.text.slice(0, scanner.text.indexOf(">")).includes("=");
  let tag = "";
  while (!scanner.done) {
    if (scanner.skipBlank()) continue;
    if (scanner.startsWith("<!--")) scanner.blockComment("<!--", "-->");
    else if (scanner.startsWith("<![CDATA[")) scanner.push("punctuation", scanner.at + 9);
    else if (scanner.take("punctuation", tagStart)) {
      tag = scanner.tokens.at(-1)?.text === "<" ? scanner.peek(name).toLowerCase() : "";
      scanner.take("name", name);
      inTag = true;
    } else if (inTag) {
      inTag = scanInTag(scanner);
      if (!inTag && tag === "script") scanScript(scanner);
    } else scanText(scanner);
  }
}

/** One attribute's name, sign or value. False once the tag has ended. */
function scanInTag(scanner: Scanner): boolean {
  const end = scanner.peek(/[/?]?>/y);
  if (end) {
    scanner.push("punctuation", scanner.at + end.length);
    return false;
  }
  const quote = scanner.text[scanner.at];
  if (quote === '"' || quote === "'") scanner.string({ prefix: "", open: quote, close: quote, escapes: "entities", multiline: true });
  else scanPlainToken(scanner, name);
  return true;
}

/** Text between tags, one line of it, as a string without quotes. */
function scanText(scanner: Scanner): void {
  const { text, at } = scanner;
  let end = at + 1;
  while (end < text.length && text[end] !== "<" && !isLineEnd(text.charCodeAt(end)) && !text.startsWith("]]>", end)) end += 1;
  while (end > at + 1 && /[ \t]/.test(text[end - 1] ?? "")) end -= 1;
  if (text.startsWith("]]>", at)) scanner.push("punctuation", at + 3);
  else scanner.pushBare(end, "entities");
}

function scanScript(scanner: Scanner): void {
  while (!scanner.done && !scanner.startsWith("</")) scanCode(scanner, cLike);
}
