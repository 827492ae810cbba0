import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { countStates } from './sql/countStates.ts'
import type { RelayWorld } from './world.ts'

/** The relay's figures for Prometheus. Labels are route patterns, statuses and states: their number is fixed. */
export interface RelayMetrics {
  request(route: string, status: number, seconds: number): void
  /** The figures as text, with their content type. */
  text(): Promise<{ type: string; body: string }>
}

export function relayMetrics(world: RelayWorld): RelayMetrics {
  const registry = new Registry()
  const requests = new Counter({
    name: 'fuzzburst_relay_requests_total',
    help: 'Requests answered.',
    labelNames: ['route', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'fuzzburst_relay_request_seconds',
    help: 'Time to answer a request; long-polls and event streams left out.',
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'fuzzburst_relay_rows',
    help: 'Jobs, shards and leases by state.',
    labelNames: ['kind', 'state'],
    registers: [registry],
    async collect() {
      this.reset()
      for (const { kind, state, count } of await countStates(world.database)) this.set({ kind, state }, count)
    },
  })
  new Gauge({
    name: 'fuzzburst_relay_waiting_workers',
    help: 'Questions for a lease that wait for an answer.',
    registers: [registry],
    collect() {
      this.set(world.matches.waiting())
    },
  })
  new Gauge({
    name: 'fuzzburst_relay_followed_jobs',
    help: 'Jobs whose requester listens.',
    registers: [registry],
    collect() {
      this.set(world.followers.followed().length)
    },
  })
  return {
    request(route, status, took) {
      requests.inc({ route, status: String(status) })
      if (!route.endsWith('/events') && !route.endsWith('/leases/next')) seconds.observe(took)
    },
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  }
}
