import { Counter, Gauge, Registry } from 'prom-client'
import type { LeaseEnd } from './runLease.ts'

/** Figures of a worker, as Prometheus metrics. Labels come from fixed sets only. */
export interface WorkerMetrics {
  readonly registry: Registry
  slice(cpuSeconds: number): void
  leaseEnded(end: LeaseEnd): void
  offerRefused(flaw: string): void
}

/** What a scrape reads at the moment it is made. */
export interface MetricsView {
  readonly slots: number
  readonly slotsBusy: number
  readonly cacheBytes: number
  readonly relaysUp: number
  /** Seconds since each running lease was taken. */
  readonly leaseAgesSeconds: readonly number[]
  readonly earnedUnits: bigint
  readonly rejectedLeases: number
  /** Rooted leases whose pay is still open, and those of them that nothing dates yet. */
  readonly pursuit: { readonly open: number; readonly undated: number }
}

/** A registry of its own, so that several workers in one process (tests) do not meet. */
export function createWorkerMetrics(view: () => MetricsView): WorkerMetrics {
  const registry = new Registry()
  const registers = [registry]
  const gauge = (name: string, help: string, read: (view: MetricsView) => number) =>
    new Gauge({
      name: `fuzzburst_worker_${name}`,
      help,
      registers,
      collect() {
        this.set(read(view()))
      },
    })
  gauge('slots', 'Shards that may run at a time', (now) => now.slots)
  gauge('slots_busy', 'Shards that run now', (now) => now.slotsBusy)
  gauge('cache_bytes', 'Bytes of cached layers on disk', (now) => now.cacheBytes)
  gauge('relays_up', 'Relays that the worker is connected to', (now) => now.relaysUp)
  gauge('lease_age_seconds_max', 'Age of the oldest running lease', (now) => Math.max(0, ...now.leaseAgesSeconds))
  gauge(
    'earned_units',
    'Token units in settlements: confirmed on chain with an RPC, else as relays say (rounded to a float)',
    (now) => Number(now.earnedUnits),
  )
  gauge('rejected_leases', "Leases that settlements did not pay, for the worker's fault", (now) => now.rejectedLeases)
  gauge('open_pay_leases', 'Rooted leases that are not settled for good', (now) => now.pursuit.open)
  gauge('undated_leases', 'Rooted leases that nothing dates for the escrow yet', (now) => now.pursuit.undated)
  const slices = new Counter({ name: 'fuzzburst_worker_slices_total', help: 'Slices finished', registers })
  const cpu = new Counter({
    name: 'fuzzburst_worker_cpu_seconds_total',
    help: 'CPU time of finished slices',
    registers,
  })
  const leases = new Counter({
    name: 'fuzzburst_worker_leases_total',
    help: 'Leases by how they ended',
    labelNames: ['end'],
    registers,
  })
  const refused = new Counter({
    name: 'fuzzburst_worker_offers_refused_total',
    help: 'Offered leases that were refused, by flaw',
    labelNames: ['flaw'],
    registers,
  })
  return {
    registry,
    slice(cpuSeconds) {
      slices.inc()
      cpu.inc(cpuSeconds)
    },
    leaseEnded: (end) => leases.inc({ end }),
    offerRefused: (flaw) => refused.inc({ flaw }),
  }
}
