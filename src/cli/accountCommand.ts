import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { type Address, toHex } from 'viem'
import type { Bytes32 } from '../protocol/primitives.ts'
import { formatMoney } from '../report/humanUnits.ts'
import {
  addVenueFlags,
  addYesFlag,
  confirm,
  parseAddress,
  parseAmount,
  parseBytes32,
  parseCount,
  print,
  readerFrom,
  resultOf,
  type VenueFlags,
  writerFrom,
} from './escrowAccess.ts'
import { exitCodes } from './exitCodes.ts'

const SECONDS_PER_DAY = 86_400
const when = (seconds: number): string => new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z')

/** `fuzzburst account …`: the owner's side of an escrow account. */
export function addAccountCommand(program: Command): void {
  const account = program.command('account').description('Create, fund, cap and empty an account of the escrow')
  addCreate(account)
  addFund(account)
  addStatus(account)
  addCaps(account)
  addWithdraw(account)
}

function addCreate(parent: Command): void {
  const command = parent
    .command('create')
    .description('Create an account that the key in FUZZBURST_OWNER_KEY owns')
    .requiredOption('--token <address>', 'ERC-20 token that it holds', parseAddress)
    .option('--salt <bytes32>', 'Chooses the account’s id; random when not given', parseBytes32)
  addYesFlag(addVenueFlags(command)).action(async (flags: VenueFlags & { token: Address; salt?: Bytes32 }) => {
    const escrow = await writerFrom(flags)
    const { chainId, escrow: address } = escrow.venue
    await confirm(
      `Create an account for ${escrow.sender} with token ${flags.token} in ${address} on chain ${chainId}?`,
      flags,
    )
    const salt = flags.salt ?? toHex(randomBytes(32))
    const { account, mined } = await escrow.createAccount({ token: flags.token, salt })
    const { facts, text } = resultOf(mined, 'created')
    print(flags, { account, owner: escrow.sender, ...facts }, `account ${account}\n${text}`)
  })
}

function addFund(parent: Command): void {
  const command = parent
    .command('fund')
    .description('Deposit tokens of the key in FUZZBURST_OWNER_KEY; anyone may fund any account')
    .argument('<account>', 'the account', parseBytes32)
    .argument('<amount>', 'in whole tokens, such as 25 or 0.5')
  addYesFlag(addVenueFlags(command)).action(async (id: Bytes32, amount: string, flags: VenueFlags) => {
    const escrow = await writerFrom(flags)
    const token = await escrow.token(id)
    const units = parseAmount(amount, token.decimals)
    const owner = (await escrow.account(id))?.owner
    const whose = owner === escrow.sender ? 'your account' : `the account of ${owner}: only its owner can take it out`
    await confirm(`Deposit ${formatMoney(units, token)} from ${escrow.sender} into ${whose}?`, flags)
    const mined = await escrow.deposit(id, units)
    const { facts, text } = resultOf(mined, `deposited ${formatMoney(units, token)}`)
    print(flags, { account: id, units, ...facts }, text)
  })
}

function addStatus(parent: Command): void {
  const command = parent
    .command('status')
    .description('Show balance, locks, and what a spender has left')
    .argument('<account>', 'the account', parseBytes32)
    .option('--spender <address>', 'also show this spender’s caps', parseAddress)
  addVenueFlags(command).action(async (id: Bytes32, flags: VenueFlags & { spender?: Address }) => {
    const escrow = await readerFrom(flags)
    const view = await escrow.account(id)
    if (view === undefined) {
      print(flags, null, `There is no account ${id}.`)
      process.exitCode = exitCodes.findings
      return
    }
    const spender = flags.spender === undefined ? undefined : await escrow.spender(id, flags.spender)
    const money = (units: bigint): string => formatMoney(units, view.token)
    const lines = [
      `account    ${id}`,
      `owner      ${view.owner}`,
      `free       ${money(view.balanceUnits)}`,
      `locked     ${money(view.lockedUnits)}`,
    ]
    if (view.withdrawal !== null) {
      const { units, availableAt } = view.withdrawal
      const ready = (await escrow.now()) >= availableAt
      lines.push(`withdrawal ${money(units)}, ${ready ? 'ready since' : 'possible from'} ${when(availableAt)}`)
    }
    if (flags.spender !== undefined)
      lines.push(
        spender === undefined
          ? `spender    ${flags.spender} may spend nothing`
          : `spender    ${flags.spender}: ${money(spender.maxPerJobUnits)} a job, ${money(spender.leftTodayUnits)} of ${money(spender.maxPerDayUnits)} left today, until ${when(spender.expires)}`,
      )
    print(flags, { ...view, spender: spender ?? null }, lines.join('\n'))
  })
}

function addCaps(parent: Command): void {
  const command = parent
    .command('caps')
    .description('Let a key spend, up to caps; zero caps stop it')
    .argument('<account>', 'the account', parseBytes32)
    .argument('<spender>', 'address of the key that lives in CI', parseAddress)
    .requiredOption('--max-per-job <amount>', 'in whole tokens')
    .requiredOption('--max-per-day <amount>', 'in whole tokens')
    .option('--days <n>', 'how long it may spend', parseCount, 90)
  addYesFlag(addVenueFlags(command)).action(
    async (
      id: Bytes32,
      spender: Address,
      flags: VenueFlags & { maxPerJob: string; maxPerDay: string; days: number },
    ) => {
      const escrow = await writerFrom(flags)
      const token = await escrow.token(id)
      const caps = {
        maxPerJobUnits: parseAmount(flags.maxPerJob, token.decimals),
        maxPerDayUnits: parseAmount(flags.maxPerDay, token.decimals),
        expires: (await escrow.now()) + flags.days * SECONDS_PER_DAY,
      }
      const stops = caps.maxPerJobUnits === 0n || caps.maxPerDayUnits === 0n
      await confirm(
        stops
          ? `Let ${spender} spend nothing any more?`
          : `Let ${spender} spend ${formatMoney(caps.maxPerJobUnits, token)} a job and ${formatMoney(caps.maxPerDayUnits, token)} a day, until ${when(caps.expires)}?`,
        flags,
      )
      const { facts, text } = resultOf(await escrow.setSpender(id, spender, caps), 'caps set')
      print(flags, { account: id, spender, ...caps, ...facts }, text)
    },
  )
}

function addWithdraw(parent: Command): void {
  const command = parent
    .command('withdraw')
    .description('Ask for a withdrawal (--amount; 0 takes it back), or complete one whose delay is over')
    .argument('<account>', 'the account', parseBytes32)
    .option('--amount <amount>', 'ask for so many whole tokens')
    .option('--to <address>', 'complete the withdrawal to this address; the key’s own when not given', parseAddress)
  addYesFlag(addVenueFlags(command)).action(
    async (id: Bytes32, flags: VenueFlags & { amount?: string; to?: Address }) => {
      const escrow = await writerFrom(flags)
      const token = await escrow.token(id)
      if (flags.amount !== undefined) {
        const units = parseAmount(flags.amount, token.decimals)
        const what = units === 0n ? 'Take the withdrawal back' : `Ask to withdraw ${formatMoney(units, token)}`
        await confirm(`${what}?`, flags)
        const { facts, text } = resultOf(
          await escrow.requestWithdrawal(id, units),
          units === 0n ? 'taken back' : 'asked for',
        )
        const from = (await escrow.account(id))?.withdrawal?.availableAt ?? null
        const hint = from === null ? '' : `\ncomplete it from ${when(from)} on: the same command without --amount`
        print(flags, { account: id, units, availableAt: from, ...facts }, `${text}${hint}`)
        return
      }
      const to = flags.to ?? escrow.sender
      const units = (await escrow.account(id))?.withdrawal?.units ?? 0n
      await confirm(`Withdraw ${formatMoney(units, token)} to ${to}?`, flags)
      const { facts, text } = resultOf(await escrow.withdraw(id, to), 'withdrawn')
      print(flags, { account: id, to, ...facts }, text)
    },
  )
}
