/** A kind of file that never ships, whatever the project says. */
export interface SecretPattern {
  /** What such a file is, in words for `fuzzburst plan`. */
  readonly what: string
  /** Matches the lower-cased path relative to the project's root. */
  readonly path: RegExp
}

/** Names of files that hold secrets. Sources and compiler output are told apart by {@link secretReason}. */
export const secretPatterns: readonly SecretPattern[] = [
  { what: 'environment file', path: /(^|\/)\.env[^/]*(\/|$)/ },
  { what: 'environment file', path: /(^|\/)[^/]+\.env$/ },
  { what: 'version control data', path: /(^|\/)\.(git|hg|svn|jj)(\/|$)/ },
  { what: 'version control credentials', path: /(^|\/)\.(git-credentials|gitconfig|netrc)$/ },
  { what: 'credentials folder', path: /(^|\/)\.(ssh|aws|azure|gnupg|docker|kube|config\/gcloud)(\/|$)/ },
  { what: 'package registry credentials', path: /(^|\/)\.(npmrc|yarnrc|yarnrc\.yml|pypirc)$/ },
  { what: 'private key', path: /(^|\/)id_(rsa|dsa|ecdsa|ed25519|ed25519_sk|ecdsa_sk)[^/]*$/ },
  { what: 'private key', path: /\.(pem|key|p12|pfx|p8|ppk|jks|jwk|asc|gpg|kdbx)$/ },
  { what: 'wallet keystore', path: /(^|\/)\.?(keystores?|wallets?)\/[^/]+$/ },
  { what: 'wallet keystore', path: /(^|\/)utc--[^/]*$/ },
  { what: 'wallet keystore', path: /\.keystore(\.json)?$/ },
  { what: 'recovery phrase', path: /(^|\/)\.?(mnemonic|seed-?phrase)s?(\.(txt|json|ya?ml|toml|md))?$/ },
  { what: 'recovery phrase', path: /\.mnemonic$/ },
  { what: 'secret', path: /(^|\/)\.?(secrets?|private-?keys?|credentials)(\.(txt|json|ya?ml|toml))?$/ },
  { what: 'secret', path: /\.secrets?$/ },
]

/** Names that mean code here, never a secret: `src/keystore/Wallet.sol`, `out/Mnemonic.sol/Mnemonic.json`. */
const CODE = /\.(sol|yul|vy)$|\.(sol|yul|vy)\/[^/]+\.json$/
/** What holds even for names that look like code. */
const ALWAYS: ReadonlySet<string> = new Set(['environment file', 'version control data', 'credentials folder'])

/** What secret a path names, in words, or null. Works on the name alone; see {@link secretContents}. */
export function secretReason(path: string): string | null {
  const name = path.toLowerCase().replaceAll('\\', '/')
  const code = CODE.test(name)
  for (const pattern of secretPatterns) {
    if (code && !ALWAYS.has(pattern.what)) continue
    if (pattern.path.test(name)) return pattern.what
  }
  return null
}

/** Longer files are not searched: keys are short. */
const SEARCHED_BYTES = 64 * 1_024

/**
 * What secret a file's bytes show whatever its name is: a PEM or OpenSSH private key, or an Ethereum keystore. Sources and
 * compiler output are not searched: slices cannot run without them, and what a source spells out is no secret of the machine.
 */
export function secretContents(path: string, bytes: Uint8Array): string | null {
  if (bytes.length > SEARCHED_BYTES || CODE.test(path.toLowerCase())) return null
  const text = Buffer.from(bytes).toString('latin1')
  if (/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/.test(text)) return 'private key'
  if (/"ciphertext"\s*:/.test(text) && /"kdf"\s*:/.test(text)) return 'wallet keystore'
  return null
}
