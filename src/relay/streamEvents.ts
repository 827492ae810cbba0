import type { ServerResponse } from 'node:http'
import { type JobId, toWire } from '../protocol/primitives.ts'
import { readStoredEvents } from './appendEvent.ts'
import type { RelayWorld } from './world.ts'

/** Events read from the database at a time. */
const EVENTS_PER_READ = 200

/**
 * Writes a job's events after a number as server-sent events, old ones first, then as they come, until the client leaves
 * or the relay closes. While it runs the requester counts as present: its job's shards are offered.
 */
export async function streamEvents(
  world: RelayWorld,
  job: JobId,
  after: number,
  response: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  let news = true
  let rouse: () => void = () => undefined
  const wake = (): void => {
    news = true
    rouse()
  }
  const ended = new AbortController()
  const end = (): void => {
    ended.abort()
    rouse()
  }
  response.on('close', end)
  response.on('error', end)
  closing.addEventListener('abort', end)
  if (closing.aborted || response.destroyed) end()
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  response.write(': following\n\n')
  const unfollow = world.followers.follow(job, wake)
  // Keeps proxies from cutting the stream, and lets the client notice a dead one.
  const keepAlive = setInterval(() => response.write(': \n\n'), world.limits.keepAliveSeconds * 1_000)
  world.matches.poke()
  let last = after
  try {
    while (!ended.signal.aborted) {
      if (!news) {
        await new Promise<void>((resolve) => {
          rouse = resolve
        })
        continue
      }
      news = false
      for (;;) {
        const events = await readStoredEvents(world.database, job, last, EVENTS_PER_READ)
        for (const { number, event } of events) {
          last = number
          if (!response.write(`id: ${number}\ndata: ${toWire(event)}\n\n`)) await drained(response, ended.signal)
        }
        if (events.length < EVENTS_PER_READ || ended.signal.aborted) break
      }
    }
  } finally {
    clearInterval(keepAlive)
    unfollow()
    closing.removeEventListener('abort', end)
    response.end()
  }
}

async function drained(response: ServerResponse, ended: AbortSignal): Promise<void> {
  if (ended.aborted) return
  await new Promise<void>((resolve) => {
    response.once('drain', resolve)
    ended.addEventListener('abort', () => resolve(), { once: true })
  })
}
