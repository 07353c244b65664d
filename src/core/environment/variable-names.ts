/** Variables that bundlers write into what every visitor gets: Vite, Next, Create React App, Expo, Nuxt, SvelteKit and Astro, Gatsby. */
const CLIENT_PREFIX = /^(?:VITE|NEXT_PUBLIC|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|PUBLIC|GATSBY)_/;

/** The name without the prefix that makes it public; `null` where it has none. */
export function clientName(name: string): string | null {
  const prefix = CLIENT_PREFIX.exec(name)?.[0];
  return prefix === undefined ? null : name.slice(prefix.length);
}

/** An id, a hash, a version, a host: what looks drawn at random under such a name opens nothing. */
const ABOUT =
  /(?:^|_)(?:ID|IDS|UUID|GUID|SHA\d*|HASH|DIGEST|CHECKSUM|COMMIT|VERSION|REVISION|HOST|DSN|MODELS?|ADDRESS|IMAGE|TAG|PUBLIC|PUBLISHABLE|ANON)(?:_|$)/i;

/** Whether a name says that its value may look like a secret and is none. */
export function saysNoSecret(name: string): boolean {
  return clientName(name) !== null || ABOUT.test(name);
}
