import { visibleText } from './visibleText.ts'

/** Whole and fractional tokens without trailing zeros, exact: `1.25`. `decimals` as the token says. */
export function formatUnits(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`
}

/** What money is counted in. The symbol is untrusted text of a contract. */
export interface TokenUnits {
  readonly symbol: string
  readonly decimals: number
}

/** An amount of money for people: `1.25 tUSDC`. */
export function formatMoney(units: bigint, token: TokenUnits): string {
  return `${formatUnits(units, token.decimals)} ${visibleText(token.symbol)}`
}

/** A length of time in at most two units: `0.4s`, `45s`, `3m 20s`, `2h 5m`. */
export function formatDuration(seconds: number): string {
  if (seconds < 10) return `${Math.round(Math.max(0, seconds) * 10) / 10}s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole}s`
  const [large, small, units] =
    whole < 3_600
      ? [Math.floor(whole / 60), whole % 60, 'ms']
      : [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), 'hm']
  return small === 0 ? `${large}${units[0]}` : `${large}${units[0]} ${small}${units[1]}`
}

const COUNT_UNITS = ['', 'k', 'M', 'G', 'T', 'P'] as const

/** A number in three figures: `999`, `1.2M`. */
export function formatCount(count: number): string {
  let value = count
  let unit = 0
  while (value >= 999.5 && unit < COUNT_UNITS.length - 1) {
    value /= 1_000
    unit++
  }
  const text = unit === 0 ? String(Math.round(value)) : value.toFixed(value < 9.95 ? 1 : 0).replace(/\.0$/, '')
  return `${text}${COUNT_UNITS[unit]}`
}

/** `1 finding`, `2 findings`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A share as per cent with at most one decimal: `5%`, `12.5%`. */
export function formatShare(share: number): string {
  return `${Math.round(share * 1_000) / 10}%`
}
