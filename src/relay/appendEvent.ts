import { type JobEvent, zJobEvent } from '../protocol/api.ts'
import { type JobId, toWire } from '../protocol/primitives.ts'
import type { DatabaseClient } from './database.ts'
import { insertEvent } from './sql/insertEvent.ts'
import { listEvents } from './sql/listEvents.ts'
import { nextEventNumber } from './sql/nextEventNumber.ts'

/** Adds an event in the transaction that made it true: no event without its change, no change without its event. */
export async function appendEvent(client: DatabaseClient, job: JobId, event: JobEvent): Promise<void> {
  const { number } = await nextEventNumber(client, job)
  await insertEvent(client, job, number, toWire(event))
}

/** Stored events after a number, parsed. */
export async function readStoredEvents(
  client: DatabaseClient,
  job: JobId,
  after: number,
  limit: number,
): Promise<{ number: number; event: JobEvent }[]> {
  const rows = await listEvents(client, job, after, limit)
  return rows.map(({ number, data }) => ({ number, event: zJobEvent.parse(JSON.parse(data)) }))
}
