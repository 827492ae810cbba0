import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { EventUnreadable } from './errors.ts'

/** Of the webhook payload, what this program believes. docs.github.com/webhooks/webhook-events-and-payloads */
const zEvent = z.object({
  repository: z.object({ private: z.boolean(), visibility: z.string().optional() }).optional(),
})

/**
 * Whether strangers may already see the repository, by the event's payload. What does not say that it is public is
 * private: `internal` repositories, and payloads that carry no repository.
 * @throws EventUnreadable
 */
export async function readVisibility(eventPath: string): Promise<'public' | 'private'> {
  if (eventPath === '') throw new EventUnreadable(eventPath)
  let event: z.output<typeof zEvent>
  try {
    event = zEvent.parse(JSON.parse(await readFile(eventPath, 'utf8')))
  } catch (cause) {
    throw new EventUnreadable(eventPath, cause)
  }
  const { repository } = event
  const isPublic = repository?.private === false && (repository.visibility ?? 'public') === 'public'
  return isPublic ? 'public' : 'private'
}
