import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { type Address, toHex } from 'viem'
import { type Bytes32, toWire } from '../protocol/primitives.ts'
import { formatMoney } from '../report/humanUnits.ts'
import {
  addVenueFlags,
  addYesFlag,
  confirm,
  parseAddress,
  parseAmount,
  parseBytes32,
  readerFrom,
  type VenueFlags,
  writerFrom,
} from './escrowAccess.ts'
import { exitCodes } from './exitCodes.ts'

const SECONDS_PER_DAY = 86_400

function print(flags: VenueFlags, facts: Readonly<Record<string, unknown>>, text: string): void {
  process.stdout.write(flags.json ? `${toWire(facts)}\n` : `${text}\n`)
}

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
    const escrow = writerFrom(flags)
    await confirm(`Create an account for ${escrow.sender} with token ${flags.token}?`, flags)
    const { account, mined } = await escrow.createAccount({
      token: flags.token,
      salt: flags.salt ?? toHex(randomBytes(32)),
    })
    const how = mined === 'already-done' ? 'was there already' : `created in ${mined.transaction}`
    const transaction = mined === 'already-done' ? null : mined.transaction
    print(flags, { account, transaction }, `account ${account}\n${how}`)
  })
}

function addFund(parent: Command): void {
  const command = parent
    .command('fund')
    .description('Deposit tokens of the key in FUZZBURST_OWNER_KEY; anyone may fund any account')
    .argument('<account>', 'the account', parseBytes32)
    .argument('<amount>', 'in whole tokens, such as 25 or 0.5')
  addYesFlag(addVenueFlags(command)).action(async (id: Bytes32, amount: string, flags: VenueFlags) => {
    const escrow = writerFrom(flags)
    const token = await escrow.token(id)
    const units = parseAmount(amount, token.decimals)
    await confirm(`Deposit ${formatMoney(units, token)} from ${escrow.sender}?`, flags)
    const mined = await escrow.deposit(id, units)
    print(
      flags,
      { account: id, units, transaction: mined.transaction },
      `deposited ${formatMoney(units, token)} in ${mined.transaction}`,
    )
  })
}

function addStatus(parent: Command): void {
  const command = parent
    .command('status')
    .description('Show balance, locks, and what a spender has left')
    .argument('<account>', 'the account', parseBytes32)
    .option('--spender <address>', 'also show this spender’s caps', parseAddress)
  addVenueFlags(command).action(async (id: Bytes32, flags: VenueFlags & { spender?: Address }) => {
    const escrow = readerFrom(flags)
    const view = await escrow.account(id)
    if (view === undefined) {
      print(flags, { account: id, exists: false }, `There is no account ${id}.`)
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
    if (view.withdrawal !== null)
      lines.push(
        `withdrawal ${money(view.withdrawal.units)} from ${new Date(view.withdrawal.availableAt * 1_000).toISOString()}`,
      )
    if (flags.spender !== undefined)
      lines.push(
        spender === undefined
          ? `spender    ${flags.spender} may spend nothing`
          : `spender    ${flags.spender}: ${money(spender.maxPerJobUnits)} a job, ${money(spender.leftTodayUnits)} of ${money(spender.maxPerDayUnits)} left today, until ${new Date(spender.expires * 1_000).toISOString()}`,
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
    .option('--days <n>', 'how long it may spend', '90')
  addYesFlag(addVenueFlags(command)).action(
    async (
      id: Bytes32,
      spender: Address,
      flags: VenueFlags & { maxPerJob: string; maxPerDay: string; days: string },
    ) => {
      const escrow = writerFrom(flags)
      const token = await escrow.token(id)
      const caps = {
        maxPerJobUnits: parseAmount(flags.maxPerJob, token.decimals),
        maxPerDayUnits: parseAmount(flags.maxPerDay, token.decimals),
        expires: (await escrow.now()) + Math.round(Number(flags.days) * SECONDS_PER_DAY),
      }
      await confirm(
        `Let ${spender} spend ${formatMoney(caps.maxPerJobUnits, token)} a job and ${formatMoney(caps.maxPerDayUnits, token)} a day?`,
        flags,
      )
      const mined = await escrow.setSpender(id, spender, caps)
      print(
        flags,
        { account: id, spender, ...caps, transaction: mined.transaction },
        `caps set in ${mined.transaction}`,
      )
    },
  )
}

function addWithdraw(parent: Command): void {
  const command = parent
    .command('withdraw')
    .description('Ask for a withdrawal, or complete one whose delay is over')
    .argument('<account>', 'the account', parseBytes32)
    .option('--amount <amount>', 'ask for so many whole tokens')
    .option('--to <address>', 'complete the withdrawal to this address', parseAddress)
  addYesFlag(addVenueFlags(command)).action(
    async (id: Bytes32, flags: VenueFlags & { amount?: string; to?: Address }) => {
      const escrow = writerFrom(flags)
      const token = await escrow.token(id)
      if (flags.amount !== undefined) {
        const units = parseAmount(flags.amount, token.decimals)
        await confirm(`Ask to withdraw ${formatMoney(units, token)}?`, flags)
        const mined = await escrow.requestWithdrawal(id, units)
        print(
          flags,
          { account: id, units, transaction: mined.transaction },
          `asked for in ${mined.transaction}; complete it with --to after the delay`,
        )
        return
      }
      const to = flags.to ?? escrow.sender
      await confirm(`Withdraw to ${to}?`, flags)
      const mined = await escrow.withdraw(id, to)
      print(flags, { account: id, to, transaction: mined.transaction }, `withdrawn in ${mined.transaction}`)
    },
  )
}
