// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the examples hold variables
import type { Examples } from "../../src/core/rule.ts";

const live = ["sk", "live", "q7Rz0kVbN3xTw9LmYp2EsA6h"].join("_");

export const examples: Examples = {
  flags: [
    {
      name: "a secret key in a template",
      path: ".env.example",
      content: "VITE_CLERK_SECRET_KEY=\n",
      spans: ["VITE_CLERK_SECRET_KEY"],
      severity: "block",
      confidence: "likely",
    },
    {
      name: "the key of a paid service, read in the page",
      path: "src/ai.ts",
      content: "const key = import.meta.env.VITE_OPENAI_API_KEY;\n",
      spans: ["VITE_OPENAI_API_KEY"],
    },
    { name: "in brackets", path: "src/ai.tsx", content: 'ask(process.env["REACT_APP_ANTHROPIC_API_KEY"]);\n', spans: ["REACT_APP_ANTHROPIC_API_KEY"] },
    { name: "a database", path: "lib/db.js", content: "connect(process.env.NEXT_PUBLIC_DATABASE_URL)\n", spans: ["NEXT_PUBLIC_DATABASE_URL"] },
    { name: "in a Dockerfile", path: "web/Dockerfile", content: "ARG VITE_JWT_SECRET\nENV VITE_JWT_SECRET=$VITE_JWT_SECRET\n" },
    { name: "in a compose file", path: "compose.yaml", content: "      - EXPO_PUBLIC_ADMIN_PASSWORD=${PW}\n", spans: ["EXPO_PUBLIC_ADMIN_PASSWORD"] },
    {
      name: "in CI",
      path: ".github/workflows/x.yml",
      content: "  NUXT_PUBLIC_STRIPE_SECRET_KEY: ${{ secrets.STRIPE }}\n",
      spans: ["NUXT_PUBLIC_STRIPE_SECRET_KEY"],
    },
    { name: "PowerShell", path: "build.ps1", content: "$env:GATSBY_GITHUB_TOKEN = Get-Token\n", spans: ["GATSBY_GITHUB_TOKEN"] },
    { name: "SvelteKit", path: "src/a.ts", content: 'import { PUBLIC_RESEND_API_KEY } from "$env/static/public";\n', spans: ["PUBLIC_RESEND_API_KEY"] },
    { name: "an innocent name with a live key", path: ".env", content: `VITE_GREETING=${live}\n`, spans: ["VITE_GREETING"] },
    { name: "whose key is not to be told", path: "src/a.ts", content: "import.meta.env.VITE_API_KEY\n", severity: "warn", confidence: "possible" },
  ],
  leaves: [
    {
      name: "publishable, anonymous, search-only keys",
      path: ".env",
      content: "VITE_CLERK_PUBLISHABLE_KEY=\nNEXT_PUBLIC_SUPABASE_ANON_KEY=\nVITE_ALGOLIA_SEARCH_API_KEY=\n",
    },
    {
      name: "keys that pages show by design",
      path: "src/a.ts",
      content: "import.meta.env.VITE_FIREBASE_API_KEY; process.env.NEXT_PUBLIC_SENTRY_DSN; process.env.NEXT_PUBLIC_POSTHOG_KEY;\n",
    },
    { name: "publishable by its value", path: ".env", content: "VITE_STRIPE_API_KEY=pk_test_placeholder\n" },
    { name: "about a secret", path: "src/a.ts", content: "import.meta.env.VITE_PASSWORD_MIN_LENGTH; import.meta.env.VITE_ENABLE_SECRET_MENU;\n" },
    { name: "no prefix", path: "src/a.ts", content: "process.env.OPENAI_API_KEY\n" },
    { name: "a type", path: "src/vite-env.d.ts", content: "readonly VITE_OPENAI_API_KEY: string;\n" },
    { name: "a type in an interface", path: "src/env.ts", content: "interface Env {\n  VITE_OPENAI_API_KEY: string;\n}\n" },
    { name: "a name in a list", path: "src/names.ts", content: 'const names = ["VITE_OPENAI_API_KEY"];\n' },
    { name: "a pattern", path: "scripts/a.js", content: "text.match(/VITE_OPENAI_API_KEY=(.*)/);\n" },
    { name: "a comment", path: "src/a.ts", content: "// never VITE_OPENAI_API_KEY=\n" },
    { name: "a message", path: "src/a.ts", content: 'log("set VITE_OPENAI_API_KEY=...");\n' },
    { name: "a test", path: "src/a.test.ts", content: "process.env.VITE_OPENAI_API_KEY = 'x';\n" },
    { name: "prose", path: "README.md", content: "VITE_OPENAI_API_KEY=\n" },
  ],
};
