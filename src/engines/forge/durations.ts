/** Units of Rust's humantime, as forge 1.7.1 prints durations: `1m 2s 3ms 967µs 610ns`. */
const MICROS: Readonly<Record<string, number>> = { m: 60e6, s: 1e6, ms: 1e3, µs: 1, us: 1, ns: 1e-3 }

/** A duration of forge's JSON in microseconds, rounded; 0 for text that is none. */
export function durationMicros(text: string | undefined): number {
  let micros = 0
  for (const [, amount, unit = ''] of (text ?? '').matchAll(/(\d+)\s*(ms|µs|us|ns|m|s)\b/g))
    micros += Number(amount) * (MICROS[unit] ?? 0)
  return Math.round(micros)
}
