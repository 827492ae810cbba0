import type { Finding, FindingCall } from '../protocol/finding.ts'
import { formatDuration, formatUnits } from './humanUnits.ts'
import { cutText, visibleText } from './visibleText.ts'

/** Calls shown of one sequence; a shrunk sequence is shorter. */
export const SHOWN_CALLS = 60
/** Characters shown of one call's arguments. */
const SHOWN_ARGS = 600
const ETHER_DECIMALS = 18
/** From here on an amount is shown in ether: a thousandth of one, in wei. */
const ETHER_FROM_WEI = 10n ** 15n
/** Longer waits are shown in seconds only: nobody reads a century in hours. */
const READABLE_WAIT_SECONDS = 10n ** 7n

/**
 * A finding's input as lines that read like Solidity, one call a line: `Vault.deposit{value: 5 wei}(100)  // from 0x…, after
 * 1h (300 blocks)`. Hostile text is made visible and cut; markup is the surface's to escape.
 */
export function callSequence(finding: Finding, test: string): string[] {
  const { input } = finding
  if (input.kind === 'single') {
    const name = visibleText(test.replace(/\(.*$/s, ''))
    return [
      `${name}(${input.args === null ? cutText(input.calldata, SHOWN_ARGS) : cutText(bare(input.args), SHOWN_ARGS)})`,
    ]
  }
  if (input.calls.length === 0) return [`${visibleText(test)}  // fails without any call`]
  const lines = input.calls.slice(0, SHOWN_CALLS).map(callLine)
  const more = input.calls.length - lines.length
  if (more > 0) lines.push(`// and ${more} more; all of them are in report.json`)
  return lines
}

function callLine(call: FindingCall): string {
  const contract = call.contract === null ? call.to : visibleText(call.contract.replace(/^.*:/s, ''))
  const value = BigInt(call.valueWei) === 0n ? '' : `{value: ${formatWei(BigInt(call.valueWei))}}`
  const target =
    call.signature === null || call.args === null
      ? `${contract}.call${value}(${cutText(call.calldata, SHOWN_ARGS)})`
      : `${contract}.${visibleText(call.signature.replace(/\(.*$/s, ''))}${value}(${cutText(bare(call.args), SHOWN_ARGS)})`
  return `${target}  // from ${call.sender}${waitText(call)}`
}

/** Arguments without the one pair of parentheses or brackets that some engines print around them. */
function bare(args: string): string {
  const inner = /^\s*\((.*)\)\s*$/s.exec(args)?.[1] ?? args
  return inner.trim()
}

function waitText(call: FindingCall): string {
  const secondsToWait = BigInt(call.warpSeconds)
  const blocks = BigInt(call.rollBlocks)
  const parts: string[] = []
  if (secondsToWait > 0n)
    parts.push(
      secondsToWait <= READABLE_WAIT_SECONDS ? formatDuration(Number(secondsToWait)) : `${secondsToWait} seconds`,
    )
  if (blocks > 0n) parts.push(`${blocks} block${blocks === 1n ? '' : 's'}`)
  return parts.length === 0 ? '' : `, after ${parts.join(' and ')}`
}

/** An amount of the chain's own currency, exact: `5 wei`, `1.5 ether`. */
export function formatWei(wei: bigint): string {
  return wei >= ETHER_FROM_WEI ? `${formatUnits(wei, ETHER_DECIMALS)} ether` : `${wei} wei`
}
