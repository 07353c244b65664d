import { isRandom } from "./randomness.ts";

/** What a value may be that is no secret, though it can look drawn at random. */
const ORDINARY: readonly RegExp[] = [
  // Numbers, dates, times, versions, IP and MAC addresses, hexadecimal numbers, Ethereum addresses
  /^[\d\s.,:+/_TZ-]+$/,
  /^v?\d+\.\d+(?:\.[\w+-]+)*$/,
  /^(?:[0-9a-f]{2}[:-]){5,}[0-9a-f]{2}$/i,
  /^0x(?:[0-9a-f]{1,16}|[0-9a-f]{40})$/i,
  // Paths, addresses, file names, packages. Base64 with its padding is no path, though one in a hundred begins with a slash and holds another.
  /:\/\/|^\/\/[\w.-]+(?:[:/]|$)|^(?![A-Za-z0-9+/]{22,}={1,2}$)(?:\.{0,2}|~)\/[\w.@~-]+(?:\/|\.\w|$)|^[A-Za-z]:[\\/]|^@[\w-]+\/|^[\w@.+~-]+(?:[\\/][\w@.+~ -]+)*\.[a-z]{1,5}$|^[^@\s]+@[^@\s]+\.[a-z]{2,}$/,
  /^arn:|^urn:|^mailto:|^tel:|^did:|^cid:/,
  // Hashes that say so, and password hashes
  /^(?:sha\d{1,3}|md5|blake2\w*|crc32|integrity)[-:=$]|^md5[0-9a-f]{32}$|^\$(?:2[abxy]|argon2\w*|scrypt|pbkdf2[\w-]*|[156])\$|^\{(?:SSHA|SHA|MD5|CRYPT)\}|^pbkdf2[_:]|^scrypt:/i,
  // Images, fonts, archives, certificates and public keys in base64
  /^data:|^(?:iVBORw0KGgo|\/9j\/|R0lGOD|d09GRg|d09GMg|AAEAAAA|PHN2Zy|UklGR|UEsDB|H4sIA|JVBER|MII[A-I][A-Za-z0-9+/]{60})|^ssh-|^-----BEGIN|^AAAA[BCE]/,
  // Character sets
  /^(?:utf|iso|latin|windows|cp)[-_]?\d[\d-]*(?:[bl]e)?$/i,
  // Colours
  /^#[0-9a-f]{3,8}$/i,
  // Values that are meant to be public: publishable keys, client-side ids
  /^(?:pk_(?:live|test)_|pk\.eyJ|sb_publishable_|phc_|rk_pub|UA-\d|G-[A-Z0-9]{6}|GTM-|ca-pub-|AKIA|Iv1\.|ghcr\.io)/,
];

/** Whether a value has the form of a number, a path, an address, a hash, an image or a public key, or is readable text in base64. */
export function isOrdinary(value: string): boolean {
  return ORDINARY.some((pattern) => pattern.test(value)) || isEncodedText(value);
}

/** 8-4-4-4-12 hexadecimal digits. An id nearly everywhere, an API key at a few providers. */
export function isUuid(value: string): boolean {
  return /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(value);
}

/** Base64 of words. Drawn bytes are printable throughout once in a million at 16 characters. */
function isEncodedText(value: string): boolean {
  if (!/^[A-Za-z0-9+/]{12,}={0,2}$/.test(value)) return false;
  const text = Buffer.from(value, "base64").toString("latin1");
  return /^[\t\n\r\x20-\x7e]+$/.test(text) && !isRandom(text);
}
