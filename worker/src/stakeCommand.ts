import type { Command } from 'commander'
import { isAddressEqual } from 'viem'
import { formatAmount } from '../../src/escrow/errors.ts'
import type { Mined } from '../../src/escrow/escrow.ts'
import { STAKE_PER_PRICE } from '../../src/escrow/registry.ts'
import { signRegistration } from '../../src/escrow/signRegistration.ts'
import { toWire, zeroBytes32 } from '../../src/protocol/primitives.ts'
import { BadStakeArgument } from './errors.ts'
import { addStakeFlags, addYesFlag, confirm, openStake, parseAmount, type StakeFlags } from './stakeAccess.ts'

const when = (seconds: number): string => new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z')

/** `fuzzburst-worker stake …`: what a worker loses when it is proven to have lied. */
export function addStakeCommand(program: Command): void {
  const stake = program.command('stake').description('Stake for this worker, ask it back, and take it out')
  addDeposit(stake)
  addUnbond(stake)
  addRebond(stake)
  addWithdraw(stake)
  addStatus(stake)
}

function addDeposit(parent: Command): void {
  const command = parent
    .command('deposit')
    .description(
      'Stake tokens of the payout key; the first time, name that key as the one the stake returns to, for ever',
    )
    .argument('<amount>', 'in whole tokens, such as 25 or 0.5')
  addYesFlag(addStakeFlags(command)).action(async (amount: string, flags: StakeFlags) => {
    const { operator, registry } = await openStake(flags, process.env)
    const { address } = operator.account
    const token = await registry.token(flags.token)
    const units = parseAmount(amount, token.decimals)
    const known = await registry.worker(address)
    const payout = known?.payout ?? registry.sender
    const again = known === undefined ? ', and make that the key it returns to' : `; it returns to ${payout}`
    await confirm(`Stake ${formatAmount(units, token)} from ${registry.sender} for ${address}${again}?`, flags)
    if (known === undefined) {
      const said = { payout, determinismClass: zeroBytes32 }
      const signature = await signRegistration(operator.account, registry.venue, said)
      await registry.register({ operator: address, ...said, signature })
    }
    const mined = await registry.deposit(address, flags.token, units)
    print(flags, { operator: address, payout, units, ...mined }, `staked ${formatAmount(units, token)}${sent(mined)}`)
  })
}

function addUnbond(parent: Command): void {
  const command = parent
    .command('unbond')
    .description('Ask stake back: it covers no lease from then on, and can be taken out in 7 days')
    .argument('<amount>', 'in whole tokens, or `all`')
  addYesFlag(addStakeFlags(command)).action(async (amount: string, flags: StakeFlags) => {
    const { operator, registry } = await openStake(flags, process.env)
    const { address } = operator.account
    const token = await registry.token(flags.token)
    const before = await registry.stake(address, flags.token)
    const units = amount === 'all' ? before.bondedUnits : parseAmount(amount, token.decimals)
    if (units === 0n) throw new BadStakeArgument('there is nothing to ask back')
    const wait = before.unbondingUnits === 0n ? '' : ' What was asked back before waits anew.'
    await confirm(`Ask ${formatAmount(units, token)} of the stake of ${address} back?${wait}`, flags)
    const mined = await registry.unbond(address, flags.token, units)
    const { availableAt } = await registry.stake(address, flags.token)
    const text = `asked ${formatAmount(units, token)} back, to be taken out from ${when(availableAt ?? 0)}${sent(mined)}`
    print(flags, { operator: address, units, availableAt, ...mined }, text)
  })
}

function addRebond(parent: Command): void {
  const command = parent.command('rebond').description('Take the asking back: everything covers leases again')
  addYesFlag(addStakeFlags(command)).action(async (flags: StakeFlags) => {
    const { operator, registry } = await openStake(flags, process.env)
    const { address } = operator.account
    await confirm(`Bond the stake of ${address} that was asked back again?`, flags)
    const mined = await registry.rebond(address, flags.token)
    print(flags, { operator: address, ...mined }, `bonded again${sent(mined)}`)
  })
}

function addWithdraw(parent: Command): void {
  const command = parent.command('withdraw').description('Send what has waited 7 days to the payout key')
  addYesFlag(addStakeFlags(command)).action(async (flags: StakeFlags) => {
    const { operator, registry } = await openStake(flags, process.env)
    const { address } = operator.account
    const token = await registry.token(flags.token)
    const { unbondingUnits: units } = await registry.stake(address, flags.token)
    const payout = (await registry.worker(address))?.payout ?? registry.sender
    await confirm(`Send ${formatAmount(units, token)} to ${payout}?`, flags)
    const mined = await registry.withdraw(address, flags.token)
    print(
      flags,
      { operator: address, payout, units, ...mined },
      `${formatAmount(units, token)} to ${payout}${sent(mined)}`,
    )
  })
}

function addStatus(parent: Command): void {
  const command = parent.command('status').description('Show what is staked, and what it covers')
  addStakeFlags(command).action(async (flags: StakeFlags) => {
    const { operator, registry } = await openStake(flags, process.env)
    const { address } = operator.account
    const [token, worker, stake, now] = await Promise.all([
      registry.token(flags.token),
      registry.worker(address),
      registry.stake(address, flags.token),
      registry.now(),
    ])
    const money = (units: bigint): string => formatAmount(units, token)
    const isOwn = worker !== undefined && isAddressEqual(worker.payout, address)
    const lines = [
      `worker     ${address}`,
      `payout     ${worker === undefined ? 'not registered' : `${worker.payout}${isOwn ? ' (the worker’s own key)' : ''}`}`,
      `bonded     ${money(stake.bondedUnits)}: one lease at ${money(stake.bondedUnits / STAKE_PER_PRICE)}, or more at less`,
    ]
    if (stake.availableAt !== null)
      lines.push(
        `unbonding  ${money(stake.unbondingUnits)}, ${now >= stake.availableAt ? 'ready since' : 'possible from'} ${when(stake.availableAt)}`,
      )
    print(flags, { operator: address, worker: worker ?? null, ...stake, registry: registry.venue }, lines.join('\n'))
  })
}

function sent(mined: Mined): string {
  return ` in ${mined.transaction}`
}

function print(flags: StakeFlags, facts: Record<string, unknown>, text: string): void {
  process.stdout.write(flags.json ? `${toWire(facts)}\n` : `${text}\n`)
}
