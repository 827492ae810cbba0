import type { Clock } from './burstDeps.ts'

/** How long the steps before a burst's first shard took, by the clock. */
export interface StepTimes {
  /** The step that is over now. */
  done(step: string): void
  /** `build 3.1 s; beyond it connect 0.2 s, plan 0.1 s: 0.3 s in all`. */
  text(): string
}

/** The step that every compiler takes its own time for: it is named, and not counted. */
const BUILD = 'build'

/** Starts the clock. */
export function stepTimes(clock: Pick<Clock, 'now'>): StepTimes {
  let lastMs = clock.now()
  const steps: { readonly step: string; readonly ms: number }[] = []
  return {
    done(step) {
      const nowMs = clock.now()
      steps.push({ step, ms: nowMs - lastMs })
      lastMs = nowMs
    },
    text() {
      const words = (some: typeof steps): string => some.map(({ step, ms }) => `${step} ${seconds(ms)}`).join(', ')
      const [build, rest] = [steps.filter(({ step }) => step === BUILD), steps.filter(({ step }) => step !== BUILD)]
      const all = rest.reduce((sum, { ms }) => sum + ms, 0)
      return `${words(build)}; beyond it ${words(rest)}: ${seconds(all)} in all`
    },
  }
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`
}
