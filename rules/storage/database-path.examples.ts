// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the examples are code
import type { Example, Examples, FlaggedExample } from "../../src/core/rule.ts";
import { inSettings } from "./database-path.in-settings.ts";
import { joined } from "./database-path.joined.ts";
import { nearMisses } from "./database-path.near-misses.ts";

const storage = { roots: ["D:/databases", "D:/logs", "D:/data"], forbidden: ["C:/dev"], deprecated: ["D:/learning"] };

/** Every example runs under the same policy. */
function under<E extends Example>(examples: readonly E[]): E[] {
  return examples.map((example) => ({ ...example, options: { storage } }));
}

const opened: readonly FlaggedExample[] = [
  // Opened
  {
    name: "better-sqlite3 with a bare file name",
    path: "src/db.js",
    content: "const db = new Database('trading.db');\n",
    spans: ["trading.db"],
    severity: "block",
  },
  {
    name: "sqlite3 with a relative path",
    path: "server.js",
    content: 'const db = new sqlite3.Database("./database.sqlite");\n',
    spans: ["./database.sqlite"],
    severity: "block",
  },
  {
    name: "the module called at once",
    path: "check.cjs",
    content: "const db = require('better-sqlite3')('data/app');\n",
    spans: ["data/app"],
    severity: "block",
  },
  { name: "Python's sqlite3", path: "status.py", content: "conn = sqlite3.connect('trading.db')\n", spans: ["trading.db"], severity: "block" },
  {
    name: "aiosqlite, on the next line",
    path: "bot.py",
    content: 'self.conn = await aiosqlite.connect(\n    "trading.db",\n    timeout=5,\n)\n',
    spans: ["trading.db"],
    severity: "block",
  },
  { name: "a class called Database", path: "launch.py", content: 'db = Database("trading.db")\n', spans: ["trading.db"], severity: "block" },
  {
    name: "SQLAlchemy with a relative URL",
    path: "app.py",
    content: 'engine = create_engine("sqlite:///app.db")\n',
    spans: ["sqlite:///app.db"],
    severity: "block",
  },
  {
    name: "the forbidden folder",
    path: "trades.py",
    content: "conn = sqlite3.connect('C:/dev/bot/trading.db')\n",
    spans: ["C:/dev/bot/trading.db"],
    severity: "block",
  },
  {
    name: "another drive with escaped backslashes",
    path: "a.ts",
    content: "const db = new Database('E:\\\\databases\\\\x.db');\n",
    spans: ["E:\\\\databases\\\\x.db"],
    severity: "block",
  },
  // Defaults
  {
    name: "relative default of an environment variable",
    path: "config.py",
    content: "self.db_path = os.getenv('DB_PATH', 'trading.db')\n",
    spans: ["trading.db"],
    severity: "block",
  },
  {
    name: "in-tree default of an environment variable",
    path: "db.ts",
    content: "const dbPath = process.env.DATABASE_PATH || path.join(__dirname, '..', 'data', 'x.db');\n",
    spans: ["x.db"],
    severity: "block",
  },
  {
    name: "relative folder of logs as a default",
    path: "config.py",
    content: 'self.logs_dir = os.getenv("TRADING_LOGS_DIR", "logs")\n',
    spans: ["logs"],
    severity: "block",
  },
  {
    name: "relative Prisma URL as a default",
    path: "src/config/env.ts",
    content: "databaseUrl: process.env.DATABASE_URL || 'file:./dev.db',\n",
    spans: ["file:./dev.db"],
    severity: "block",
  },
  {
    name: "default of a parameter",
    path: "tracker.py",
    content: 'def __init__(self, db_path: str = "lineage.db"):\n',
    spans: ["lineage.db"],
    severity: "block",
  },
  { name: "default of a zod schema", path: "env.ts", content: "APP_DB_PATH: z.string().default('./app.db'),\n", spans: ["./app.db"], severity: "block" },
  {
    name: "default of a command-line option",
    path: "cli.py",
    content: 'parser.add_argument("--db", default="trading.db")\n',
    spans: ["trading.db"],
    severity: "block",
  },
  {
    name: "the fallback of a setting",
    path: "a.py",
    content: 'p = config.get("storage", "path", fallback="orders.db")\n',
    spans: ["orders.db"],
    severity: "block",
  },
  {
    name: "the field behind an attribute of clap",
    path: "a.rs",
    content: '#[arg(long, default_value = "./orders")]\npub db_path: PathBuf,\n',
    spans: ["./orders"],
    severity: "block",
  },
  {
    name: "the branch for a variable that is not set",
    path: "a.rs",
    content: 'let db_path = match env::var("DB_PATH") { Ok(p) => p, Err(_) => "orders.db".into() };\n',
    spans: ["orders.db"],
    severity: "block",
  },
  {
    name: "a flag of a Go program",
    path: "a.go",
    content: '&cli.StringFlag{\n  Name:  "db",\n  Value: "orders.db",\n}\n',
    spans: ["orders.db"],
    severity: "block",
  },
  {
    name: "a condition in parentheses",
    path: "a.ps1",
    content: "param([string]$Database = $(if ($env:APP_DB) { $env:APP_DB } else { '.\\orders.db' }))\n",
    spans: [".\\orders.db"],
    severity: "block",
  },
  // Beside something that tells
  {
    name: "a name beside a driver",
    path: "orm.config.ts",
    content: 'export default { driver: SqliteDriver, dbName: "app.sqlite3" };\n',
    spans: ["app.sqlite3"],
    severity: "block",
  },
  {
    name: "what a function called after a database gives back",
    path: "config.rs",
    content: 'fn default_db_path() -> String {\n    "app.db".to_string()\n}\n',
    spans: ["app.db"],
    severity: "block",
  },
  { name: "what stands for nothing", path: "main.rs", content: 'match path {\n    None => String::from("app.db"),\n}\n', spans: ["app.db"], severity: "block" },
  {
    name: "a call that asks a variable first",
    path: "a.js",
    content: 'const file = inFolder(process.env.SQLITE_FILE, "./app.sqlite");\n',
    spans: ["./app.sqlite"],
    severity: "block",
  },
  { name: "a command in a tagged template", path: "a.mts", content: "await $`sqlite3 app.db < seed.sql`;\n", spans: ["app.db"], severity: "block" },
  {
    name: "make: a variable and a recipe",
    path: "Makefile",
    content: "DB := var/app.db\nseed:\n\tsqlite3 var/seed.db < seed.sql\n",
    spans: ["var/app.db", "var/seed.db"],
    severity: "block",
  },
  { name: "a command of the shell of SQLite", path: "load.sql", content: ".open app.db\n.mode csv\n", spans: ["app.db"], severity: "block" },
  {
    name: "the words of a command in a Dockerfile",
    path: "Dockerfile",
    content: 'CMD ["litestream", "replicate", "./app.db", "s3://b/app"]\n',
    spans: ["./app.db"],
    severity: "block",
  },
  {
    name: "a variable before a command",
    path: "package.json",
    content: '{ "start": "cross-env DB_PATH=./app.db node ." }\n',
    spans: ["./app.db"],
    severity: "block",
  },
  { name: "a copy of a database", path: "a.ts", content: "db.exec(`VACUUM INTO './copy/app.db'`);\n", spans: ["./copy/app.db"], severity: "block" },
  {
    name: "a test inside a file of Rust only warns",
    path: "src/store.rs",
    content: '#[test]\nfn opens() {\n    let conn = Connection::open("app.db").unwrap();\n}\n',
    spans: ["app.db"],
    severity: "warn",
  },
  {
    name: "any name, opened further down",
    path: "db.go",
    content: 'const base = "orders.db"\n\nfunc open() {\n  db, err := sql.Open("sqlite", base)\n}\n',
    spans: ["orders.db"],
    severity: "block",
  },
  { name: "a constant whose type stands first", path: "a.cs", content: 'private const string DbFile = "x.db";\n', spans: ["x.db"], severity: "block" },
  { name: "behind an out parameter", path: "a.c", content: 'if (db_open(&db, "x.db") != 0) return 1;\n', spans: ["x.db"], severity: "block" },
  { name: "a driver of ODBC", path: "a.py", content: 'conn = "Driver={SQLite3 ODBC Driver};Database=x.db"\n', spans: ["x.db"], severity: "block" },
  { name: "an interpolation of Ruby", path: "a.rb", content: 'DB = Sequel.connect("sqlite://#{__dir__}/x.db")\n', severity: "block" },
  {
    name: "a command in a template that is an argument",
    path: "a.ts",
    content: "execSync(`sqlite3 ./x.db < schema.sql`);\n",
    spans: ["./x.db"],
    severity: "block",
  },
  {
    name: "a class that is a database",
    path: "a.php",
    content: "class Db extends SQLite3 {\n  function __construct() { $this->open('x.db'); }\n}\n",
    severity: "block",
  },
  { name: "a default of clap's builder", path: "a.rs", content: '.arg(Arg::new("db").long("db").default_value("x.db"))\n', spans: ["x.db"], severity: "block" },
  {
    name: "a helper that asks the environment",
    path: "a.py",
    content: 'folder = _env("CHROMA_DIR", default="./vectors")\n',
    spans: ["./vectors"],
    severity: "block",
  },
  { name: "another tag of Go", path: "a.go", content: 'type Conf struct {\n  SqliteURL string `conf:"default:./x.db?_fk=1"`\n}\n', severity: "block" },
  {
    name: "the default of a field that is named after a store",
    path: "a.py",
    content: 'chroma_path: str = Field(default="embeddings/vectors")\n',
    spans: ["embeddings/vectors"],
    severity: "block",
  },
  {
    name: "beside a driver, by symbols of Ruby",
    path: "a.rb",
    content: "establish_connection(\n  :adapter => 'sqlite3',\n  :database => 'shop.db'\n)\n",
    spans: ["shop.db"],
    severity: "block",
  },
  { name: "a class that handles a file", path: "a.py", content: "logger = AuthLogger('auth.db')\n", spans: ["auth.db"], severity: "block" },
  { name: "any class, given a folder too", path: "a.py", content: "dh = DH('database/app.db')\n", spans: ["database/app.db"], severity: "block" },
  { name: "a URL behind an option with underscores", path: "a.sh", content: 'serve --session_uri "sqlite:///$(pwd)/x.db"\n', severity: "block" },
  { name: "a declaration of C++", path: "a.cpp", content: 'int main() {\n  Database db("x.db");\n}\n', spans: ["x.db"], severity: "block" },
  { name: "a function that connects", path: "a.py", content: "conn = get_db_connection('x.db')\n", spans: ["x.db"], severity: "block" },
  { name: "a function that asks a database", path: "a.py", content: "rows = query_db('x.db', sql)\n", spans: ["x.db"], severity: "block" },
  { name: "a pointer to a database", path: "a.cpp", content: 'm_db = std::make_unique<Database>("x.db");\n', spans: ["x.db"], severity: "block" },
  { name: "a name written out above", path: "a.py", content: 'name = "shop"\nconn = sqlite3.connect(f"{name}.db")\n', spans: ["{name}.db"], severity: "block" },
  { name: "a driver behind an alias", path: "a.go", content: 'orm.RegisterDataBase("default", "sqlite3", "x.db")\n', spans: ["x.db"], severity: "block" },
  { name: "a constant of Kotlin", path: "a.kt", content: 'const val DB_FILE = "x.db"\n', spans: ["x.db"], severity: "block" },
];

export const examples: Examples = { flags: under([...opened, ...joined, ...inSettings]), leaves: under(nearMisses) };
