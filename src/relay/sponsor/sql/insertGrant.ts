import type { Hex } from 'viem'
import type { Intent } from '../../../protocol/messages.ts'
import type { JobId } from '../../../protocol/primitives.ts'
import type { DatabaseClient } from '../../database.ts'
import type { KnownRepository } from '../askRepository.ts'
import type { TokenClaims } from '../verifyToken.ts'

const sql = `insert into sponsor_grant (job, job_key, job_hash, issuer, jti, repository_id, owner_id, repository, licence,
  event, workflow, commit, month, lock_units, signature, open_by, granted_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::numeric, $15, $16, $17)
on conflict do nothing returning job`

/** Records a grant, and burns its token's id. False when job, job key, plan or token had one before. */
export async function insertGrant(
  client: DatabaseClient,
  grant: {
    readonly job: JobId
    readonly intent: Intent
    readonly issuer: string
    readonly claims: TokenClaims
    readonly repository: KnownRepository
    readonly month: string
    readonly lockUnits: bigint
    readonly signature: Hex
    readonly nowSeconds: number
  },
): Promise<boolean> {
  const { job, intent, issuer, claims, repository, month, lockUnits, signature, nowSeconds } = grant
  const rows = await client.query(sql, [
    job,
    intent.jobKey,
    intent.jobHash,
    issuer,
    claims.jti,
    claims.repositoryId,
    claims.ownerId,
    repository.name,
    repository.licence,
    claims.event,
    claims.workflow,
    claims.commit,
    month,
    lockUnits.toString(),
    signature,
    intent.openBy,
    nowSeconds,
  ])
  return rows.length > 0
}
