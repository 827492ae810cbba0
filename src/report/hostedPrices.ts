/** What a minute of a GitHub-hosted runner costs, and what it computes with. */
export interface HostedRunner {
  readonly name: string
  readonly cores: number
  /** Thousandths of a US dollar. */
  readonly milliDollarsPerMinute: number
}

/** Prices for private repositories; standard runners cost public repositories nothing. */
export const HOSTED_PRICES: {
  readonly source: string
  /** From when they hold. */
  readonly since: string
  readonly runners: readonly HostedRunner[]
} = {
  source: 'docs.github.com/billing/reference/actions-runner-pricing',
  since: '2026-01-01',
  runners: [
    { name: 'Linux 2-core', cores: 2, milliDollarsPerMinute: 6 },
    { name: 'Linux 4-core', cores: 4, milliDollarsPerMinute: 12 },
    { name: 'Linux 8-core', cores: 8, milliDollarsPerMinute: 22 },
  ],
}

/** What as much processor time costs on the smallest hosted runner, in US dollars, if all of its cores are busy. */
export function hostedDollars(cpuSeconds: number): number {
  const runner = HOSTED_PRICES.runners[0]!
  return (cpuSeconds / 60 / runner.cores) * (runner.milliDollarsPerMinute / 1_000)
}
