/**
 * Paths that are not judged unless the configuration takes them back with `!GLOB`. What people write never stands here, only what is fetched,
 * built, or no text at all. Data, keys and whatever may hold plain text (db, csv, pem, log, txt, bin, pdf, tar) are judged.
 */
export const DEFAULT_IGNORES: readonly string[] = [
  // Vendored. A bare `vendor` may as well be somebody's own code.
  "**/{node_modules,bower_components,jspm_packages,site-packages,Pods,Carthage}/**",
  "**/.yarn/{cache,releases,plugins,sdks}/**",
  "**/{third_party,third-party}/**",
  "**/vendor/{bundle,cache,composer,github.com,golang.org,google.golang.org,gopkg.in,k8s.io}/**",
  // Generated.
  "**/{__generated__,__pycache__,.next,.nuxt,.svelte-kit,.turbo,.parcel-cache}/**",
  "**/.nx/cache/**",
  "**/target/{debug,release}/**",
  "**/*.{generated,g,gen}.{ts,tsx,js,dart,cs,go}",
  "**/*.pb.{go,cc,h}",
  "**/*_pb2{,_grpc}.py",
  "**/*.{js,mjs,cjs,css}.map",
  // Minified.
  "**/*.min.{js,mjs,cjs,css}",
  // Pictures, sound, film, fonts.
  "**/*.{png,jpg,jpeg,gif,webp,avif,ico,icns,bmp,tif,tiff,psd,heic}",
  "**/*.{mp3,m4a,wav,ogg,flac,aac,mp4,m4v,mov,avi,mkv,webm,wmv}",
  "**/*.{woff,woff2,ttf,otf,eot}",
  // Archives, except those of databases, which have no business here.
  "**/*.{zip,gz,tgz,bz2,tbz2,xz,txz,zst,7z,rar,br,jar,war,aar,apk,aab,ipa,dmg,iso,msi,deb,rpm,cab,whl,nupkg,vsix,crx}",
  "!**/*.{db,sqlite,sqlite3,sql,dump,bak}.{gz,bz2,xz,zst,7z,zip,br}",
  // Compiled.
  "**/*.{exe,dll,so,dylib,pdb,lib,o,obj,a,rlib,rmeta,class,dex,pyc,pyo,pyd,wasm,node,pak}",
];

/** Lines that hold a checksum and nothing else, as in lockfiles; the rest of these files (addresses with logins) is judged. */
export const DEFAULT_IGNORED_LINES: readonly { readonly files: string; readonly line: string }[] = [
  // "integrity": "sha512-...", or bun's [name, "", {}, "sha512-..."]
  { files: "**/{package-lock,npm-shrinkwrap}.json", line: '^\\s*"integrity": "(?:sha\\d+-[A-Za-z0-9+/=]+ ?)+",?\\s*$' },
  { files: "**/deno.lock", line: '^\\s*"integrity": "[A-Za-z0-9+/=-]+",?\\s*$' },
  { files: "**/bun.lock", line: '^\\s*"[^"]*": \\["[^":]*",.*"sha\\d+-[A-Za-z0-9+/=]+"\\],?\\s*$' },
  // resolution: {integrity: sha512-...}
  { files: "**/pnpm-lock.yaml", line: "^\\s*(?:resolution: \\{integrity: sha\\d+-[A-Za-z0-9+/=]+\\}|integrity: sha\\d+-[A-Za-z0-9+/=]+)\\s*$" },
  { files: "**/yarn.lock", line: "^\\s*(?:integrity sha\\d+-[A-Za-z0-9+/=]+|checksum: (?:\\w+/)?[0-9a-f]+)\\s*$" },
  { files: "**/Cargo.lock", line: '^\\s*checksum = "[0-9a-f]{64}"\\s*$' },
  { files: "**/{poetry.lock,pdm.lock}", line: '^\\s*\\{file = "[^"]*", hash = "sha\\d+:[0-9a-f]+"\\},?\\s*$' },
  { files: "**/Pipfile.lock", line: '^\\s*"sha\\d+:[0-9a-f]+",?\\s*$' },
  { files: "**/requirements*.txt", line: "^\\s*--hash=sha\\d+:[0-9a-f]+\\s*\\\\?\\s*$" },
  { files: "**/go.{sum,work.sum}", line: "^\\S+ \\S+ h1:[A-Za-z0-9+/=]+\\s*$" },
  { files: "**/composer.lock", line: '^\\s*"(?:reference|shasum|content-hash)": "[0-9a-f]*",?\\s*$' },
  { files: "**/packages.lock.json", line: '^\\s*"contentHash": "[A-Za-z0-9+/=]+",?\\s*$' },
  { files: "**/Gemfile.lock", line: "^\\s*\\S+ \\([^)]*\\) sha256=[0-9a-f]+\\s*$" },
  { files: "**/pubspec.lock", line: '^\\s*sha256: "?[0-9a-f]+"?\\s*$' },
  // Guard's own baseline, an entry a line: names of rules and files, of which thousands look like names of secrets.
  {
    files: "/.guard/baseline.json",
    line: '^\\s*\\{ "rule": "[a-z0-9/-]+", "path": "[^"]+", "fingerprint": "[0-9a-f]{64}"(?:, "tag": "[0-9a-f]{2}")? \\},?\\s*$',
  },
];
