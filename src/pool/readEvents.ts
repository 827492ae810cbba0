import { createParser } from 'eventsource-parser'
import { zJobEvent } from '../protocol/api.ts'
import type { JobId } from '../protocol/primitives.ts'
import { NotARelay, RelayUnreachable } from './errors.ts'
import type { NumberedEvent, PoolClock } from './pool.ts'
import { mayHeal, type SignedCalls } from './signedCalls.ts'

/** A relay sends at least a comment every five seconds: a stream that is silent for this long is dead, in milliseconds. */
const SILENCE_MS = 20_000

/** What following events needs of its connection. */
export interface EventSourceDeps {
  readonly calls: SignedCalls
  readonly clock: PoolClock
  readonly url: string
  readonly signal?: AbortSignal
  readonly retryForMs: number
}

/** All events of a job after a number, each once and in order, over lost connections and restarts of the relay. */
export async function* readEvents(
  job: JobId,
  from: { after?: number; signal?: AbortSignal; retryForMs?: number },
  deps: EventSourceDeps,
): AsyncGenerator<NumberedEvent, void, undefined> {
  const { calls, clock } = deps
  const signals = [deps.signal, from.signal].filter((signal) => signal !== undefined)
  const ended = AbortSignal.any(signals)
  const patienceMs = from.retryForMs ?? deps.retryForMs
  let last = from.after ?? 0
  let heardMs = clock.nowMs()
  for (let attempt = 0; !ended.aborted; attempt++) {
    const silence = new AbortController()
    const watch = new AbortController()
    const both = AbortSignal.any([ended, silence.signal])
    const onSound = (): void => {
      heardMs = clock.nowMs()
      attempt = 0
    }
    try {
      const path = `/jobs/${job}/events?after=${last}`
      const response = await calls.once({ method: 'GET', path, accept: 'text/event-stream' }, both)
      onSound()
      watchSilence(clock, () => heardMs, silence, watch.signal)
      for await (const numbered of eventsOf(response, deps.url, onSound)) {
        if (numbered.number <= last) continue
        last = numbered.number
        yield numbered
        // The reader's own time is not the relay's silence.
        heardMs = clock.nowMs()
      }
    } catch (error) {
      if (ended.aborted) return
      if (!mayHeal(error) || clock.nowMs() - heardMs > patienceMs) throw error
    } finally {
      watch.abort()
    }
    await calls.pause(attempt, from.signal)
  }
}

function watchSilence(clock: PoolClock, heardMs: () => number, silence: AbortController, over: AbortSignal): void {
  const look = async (): Promise<void> => {
    while (!over.aborted) {
      await clock.sleep(SILENCE_MS / 4, over)
      if (!over.aborted && clock.nowMs() - heardMs() > SILENCE_MS) return silence.abort()
    }
  }
  void look()
}

async function* eventsOf(response: Response, url: string, onSound: () => void): AsyncGenerator<NumberedEvent> {
  const ready: NumberedEvent[] = []
  const parser = createParser({
    onEvent({ id, data }) {
      const number = Number(id)
      if (!Number.isSafeInteger(number) || number < 1) throw new NotARelay(url, 'an event of it has no number')
      ready.push({ number, event: zJobEvent.parse(JSON.parse(data)) })
    },
  })
  const decoder = new TextDecoder()
  const body = response.body
  if (body === null) return
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await readPiece(reader, url)
      if (done) return
      onSound()
      feed(parser, decoder.decode(value, { stream: true }), url)
      while (ready.length > 0) yield ready.shift()!
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

async function readPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  url: string,
): Promise<{ done: boolean; value?: Uint8Array | undefined }> {
  try {
    return await reader.read()
  } catch (error) {
    throw new RelayUnreachable(url, 'the stream of events was lost', error)
  }
}

function feed(parser: ReturnType<typeof createParser>, text: string, url: string): void {
  try {
    parser.feed(text)
  } catch (error) {
    throw error instanceof NotARelay ? error : new NotARelay(url, 'an event of it cannot be read', error)
  }
}
