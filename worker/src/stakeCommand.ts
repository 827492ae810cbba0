import type { Command } from 'commander'
import { type Address, isAddressEqual } from 'viem'
import { formatAmount } from '../../src/escrow/errors.ts'
import type { Mined } from '../../src/escrow/escrow.ts'
import { STAKE_PER_PRICE } from '../../src/escrow/registry.ts'
import { signRegistration } from '../../src/escrow/signRegistration.ts'
import { type Bytes32, toWire, zeroBytes32 } from '../../src/protocol/primitives.ts'
import { BadStakeArgument } from './errors.ts'
import { selfTestHere } from './selfTestHere.ts'
import {
  addRegistryFlags,
  addStakeFlags,
  addYesFlag,
  confirm,
  openStake,
  parseAddress,
  parseAmount,
  parseClass,
  type RegistryFlags,
  type StakeFlags,
} from './stakeAccess.ts'

const when = (seconds: number): string => new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z')

/** `fuzzburst-worker stake …`: what a worker loses when it is proven to have lied. */
export function addStakeCommand(program: Command): void {
  const stake = program.command('stake').description('Stake for this worker, ask it back, and take it out')
  addDeposit(stake)
  addUnbond(stake)
  addRebond(stake)
  addWithdraw(stake)
  addClass(stake)
  addPayout(stake)
  addStatus(stake)
}

function addDeposit(parent: Command): void {
  const command = parent
    .command('deposit')
    .description(
      'Stake tokens of the payout key; the first time, name that key as the one the stake returns to, for ever',
    )
    .argument('<amount>', 'in whole tokens, such as 25 or 0.5')
    .option(
      '--class <class>',
      'The first time: the determinism class that `self-test` printed on the worker’s machine',
      parseClass,
    )
    .option('--self-test', 'The first time: run the self-test here and declare the class that it finds')
  addYesFlag(addStakeFlags(command)).action(async (amount: string, flags: StakeFlags & ClassFlags) => {
    const { operator, registry } = await openStake(flags, process.env)
    const { address } = operator.account
    const token = await registry.token(flags.token)
    const units = parseAmount(amount, token.decimals)
    const known = await registry.worker(address)
    const payout = known?.payout ?? registry.sender
    const wanted = await classFrom(flags)
    if (known !== undefined && wanted !== undefined && wanted !== known.determinismClass)
      throw new BadStakeArgument(
        `${address} is registered with ${classWords(known.determinismClass)}: \`stake class\` declares another`,
      )
    const determinismClass = known?.determinismClass ?? wanted ?? zeroBytes32
    const again =
      known === undefined
        ? `, make that the key it returns to, and register ${classWords(determinismClass)}`
        : `; it returns to ${payout}`
    await confirm(`Stake ${formatAmount(units, token)} from ${registry.sender} for ${address}${again}?`, flags)
    if (known === undefined) {
      const said = { payout, determinismClass }
      const signature = await signRegistration(operator.account, registry.venue, said)
      await registry.register({ operator: address, ...said, signature })
    }
    const mined = await registry.deposit(address, flags.token, units)
    print(
      flags,
      { operator: address, payout, determinismClass, units, ...mined },
      `staked ${formatAmount(units, token)}${sent(mined)}`,
    )
  })
}

function addClass(parent: Command): void {
  const command = parent
    .command('class')
    .description('Declare the determinism class of a registered worker; the worker’s own key sends it and pays the gas')
    .option('--class <class>', 'as `self-test` printed it on the worker’s machine', parseClass)
    .option('--self-test', 'run the self-test here and declare the class that it finds')
  addYesFlag(addRegistryFlags(command)).action(async (flags: RegistryFlags & ClassFlags) => {
    const wanted = await classFrom(flags)
    if (wanted === undefined) throw new BadStakeArgument('no class is named: give --class or --self-test')
    const { operator, registry } = await openStake(flags, process.env, 'operator')
    const { address } = operator.account
    const known = await registry.worker(address)
    if (known === undefined) throw new BadStakeArgument(`${address} is not registered: \`stake deposit\` registers it`)
    await confirm(
      `Declare ${classWords(wanted)} for ${address}, in place of ${classWords(known.determinismClass)}?`,
      flags,
    )
    const mined = await registry.declareClass(wanted)
    const { facts, text } = resultOf(mined, `declared ${classWords(wanted)}`)
    print(flags, { operator: address, determinismClass: wanted, ...facts }, text)
  })
}

function addPayout(parent: Command): void {
  const command = parent
    .command('payout')
    .description(
      'Hand all stake of this worker, staked or asked back, to another payout key; only that one can hand it on',
    )
    .argument('<address>', 'the new payout key', parseAddress)
  addYesFlag(addRegistryFlags(command)).action(async (payout: Address, flags: RegistryFlags) => {
    const { operator, registry } = await openStake(flags, process.env)
    const { address } = operator.account
    const known = await registry.worker(address)
    if (known === undefined) throw new BadStakeArgument(`${address} is not registered: \`stake deposit\` registers it`)
    await confirm(
      `Hand the stake of ${address} from ${known.payout} to ${payout}? Only ${payout} can ask it back or hand it on from then on.`,
      flags,
    )
    const { facts, text } = resultOf(await registry.setPayout(address, payout), `handed to ${payout}`)
    print(flags, { operator: address, payout, ...facts }, text)
  })
}

interface ClassFlags {
  readonly class?: Bytes32
  readonly selfTest?: boolean
}

/** @throws BadStakeArgument, and what a self-test throws */
async function classFrom(flags: ClassFlags): Promise<Bytes32 | undefined> {
  if (!flags.selfTest) return flags.class
  const { report } = await selfTestHere()
  if (flags.class !== undefined && flags.class !== report.determinismClass)
    throw new BadStakeArgument(`this machine is of class ${report.determinismClass}, not ${flags.class}`)
  return report.determinismClass
}

function classWords(determinismClass: Bytes32): string {
  return determinismClass === zeroBytes32 ? 'no determinism class' : `the determinism class ${determinismClass}`
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
      ...(worker === undefined
        ? []
        : [`class      ${worker.determinismClass === zeroBytes32 ? 'none declared' : worker.determinismClass}`]),
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

/** What became of a transaction that may have been needless. */
function resultOf(mined: Mined | 'already-done', done: string) {
  return mined === 'already-done'
    ? { facts: { transaction: null, alreadyDone: true }, text: 'This was done before.' }
    : { facts: { ...mined, alreadyDone: false }, text: `${done}${sent(mined)}` }
}

function print(flags: RegistryFlags, facts: Record<string, unknown>, text: string): void {
  process.stdout.write(flags.json ? `${toWire(facts)}\n` : `${text}\n`)
}
