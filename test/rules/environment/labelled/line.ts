/**
 * One labelled line: what the policy expects of it, reasoned from the documents and not from what a rule says.
 *
 * `content` is the file; `«kind length»` stands for a made-up value (see made-up-values.ts), also where the cited line holds a real one. Lines of public
 * code are cited as `owner/name@commit:path:line`; only that line is theirs.
 */
export interface LabelledLine {
  readonly rule: string;
  readonly path: string;
  readonly content: string;
  readonly outcome: "block" | "warn" | "none";
  readonly why: string;
  readonly source?: string;
  /** Other files of the repository. */
  readonly others?: Readonly<Record<string, string>>;
  /** Files beside it that git ignores. */
  readonly local?: Readonly<Record<string, string>>;
}

type More = Pick<LabelledLine, "source" | "others" | "local">;
type Label = (path: string, content: string, why: string, more?: More) => LabelledLine;

/** Three ways to write a line about one rule. */
export function labelsOf(rule: string): Readonly<Record<LabelledLine["outcome"], Label>> {
  const label =
    (outcome: LabelledLine["outcome"]): Label =>
    (path, content, why, more = {}) => ({ rule, path, content, outcome, why, ...more });
  return { block: label("block"), warn: label("warn"), none: label("none") };
}

const COMMITS = {
  A: "freshwaterbruce2/vibetech@d785bf6",
  B: "freshwaterbruce2/vibe-tech-monorepo@ab88f8d",
  bezkoder: "bezkoder/docker-compose-nodejs-mongodb@36081fc",
  boilerplate: "ixartz/Next-js-Boilerplate@1174af3",
  bulletproof: "alan2207/bulletproof-react@9506629",
  chatbot: "vercel/ai-chatbot@9d5d8a3e",
  chatbotUi: "mckaywrigley/chatbot-ui@81328b61",
  commerce: "vercel/commerce@5542649d5",
  django: "cookiecutter/cookiecutter-django@2d3b8809f",
  elk: "elk-zone/elk@ae4ebf33",
  express: "hagopj13/node-express-boilerplate@179ae84",
  fastapi: "fastapi/full-stack-fastapi-template@68adb40d",
  formbricks: "formbricks/formbricks@b66c1dd978",
  hoppscotch: "hoppscotch/hoppscotch@afc2cf181",
  nextAuth: "nextauthjs/next-auth-example@39ff2b7",
  obytes: "obytes/react-native-template-obytes@a2734c6",
  plane: "makeplane/plane@4ca6d6c7b8",
  postiz: "gitroomhq/postiz-app@74b01ada1",
  saas: "leerob/next-saas-starter@eb2742f",
  t3: "t3-oss/create-t3-app@c74237d6",
  taxonomy: "shadcn-ui/taxonomy@651f984",
} as const;

/** A citation. */
export function from(repository: keyof typeof COMMITS, place: string): More {
  return { source: `${COMMITS[repository]}:${place}` };
}
