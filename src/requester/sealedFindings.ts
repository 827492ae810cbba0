import { CompactEncrypt, compactDecrypt, errors, exportJWK, generateKeyPair, importJWK } from 'jose'
import { z } from 'zod'
import { toWire } from '../protocol/primitives.ts'
import { zReport } from '../report/report.ts'

// Findings for a maintainer's eyes, as JWE in compact form (RFC 7516): any library or tool for JOSE opens them.

const ALG = 'ECDH-ES+A256KW'
const ENC = 'A256GCM'

const zPart = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const zLabel = z.string().max(200).optional()

/** The public half of a maintainer's key, as a JWK (RFC 8037). One with `d` in it is a private key and is refused. */
export const zFindingsKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('X25519'),
  x: zPart,
  kid: zLabel,
  use: zLabel,
  alg: zLabel,
})
export type FindingsKey = z.output<typeof zFindingsKey>

/** Both halves. */
export const zFindingsSecret = zFindingsKey.extend({ d: zPart })
export type FindingsSecret = z.output<typeof zFindingsSecret>

/** What is sealed: the whole report of a run, and whose it is. */
export const zSealedFindings = z.strictObject({
  v: z.literal(1),
  /** `owner/name`. */
  repository: z.string().max(200),
  report: zReport,
})
export type SealedFindings = z.output<typeof zSealedFindings>

/** A new key of a maintainer: the public half goes into the workflow, the other one stays at home. */
export async function makeFindingsKey(): Promise<{ readonly key: FindingsKey; readonly secret: FindingsSecret }> {
  const { privateKey } = await generateKeyPair(ALG, { crv: 'X25519', extractable: true })
  const { kty, crv, x, d } = await exportJWK(privateKey)
  const secret = zFindingsSecret.parse({ kty, crv, x, d })
  const { d: _d, ...key } = secret
  return { key, secret }
}

/** Encrypts findings to a maintainer's key. Whoever does that needs no secret: it proves nothing about the sender. */
export async function sealFindings(findings: SealedFindings, key: FindingsKey): Promise<string> {
  const { kid } = key
  return new CompactEncrypt(Buffer.from(toWire(findings)))
    .setProtectedHeader({ alg: ALG, enc: ENC, ...(kid !== undefined && { kid }) })
    .encrypt(await importJWK(publicPart(key), ALG))
}

/** Opens what {@link sealFindings} made. Undefined when it is for another key, was changed, or holds something else. */
export async function openFindings(sealed: string, secret: FindingsSecret): Promise<SealedFindings | undefined> {
  try {
    const key = await importJWK({ ...publicPart(secret), d: secret.d }, ALG)
    const { plaintext } = await compactDecrypt(sealed.trim(), key, {
      keyManagementAlgorithms: [ALG],
      contentEncryptionAlgorithms: [ENC],
    })
    return zSealedFindings.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext))).data
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError || error instanceof TypeError)
      return undefined
    throw error
  }
}

function publicPart({ kty, crv, x }: FindingsKey): { kty: 'OKP'; crv: 'X25519'; x: string } {
  return { kty, crv, x }
}
