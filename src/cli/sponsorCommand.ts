import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { type Address, toHex } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { fetchLedger, fetchSponsor } from '../pool/fetchSponsor.ts'
import type { SponsorCaps, SponsorInfo } from '../protocol/sponsorship.ts'
import { formatMoney } from '../report/humanUnits.ts'
import { visibleText } from '../report/visibleText.ts'
import { WrongArgument } from './errors.ts'
import {
  addVenueFlags,
  addYesFlag,
  confirm,
  parseAddress,
  parseAmount,
  parseCount,
  print,
  readerFrom,
  type VenueFlags,
  writerFrom,
} from './escrowAccess.ts'
import { openRelaySession } from './relaySession.ts'
import { addAudit } from './sponsorAuditCommand.ts'

const SECONDS_PER_DAY = 86_400
const PRIVATE_FILE = 0o600

/** `fuzzburst sponsor …`: paying for other people's bursts, and looking at what was given to whom. */
export function addSponsorCommand(program: Command): void {
  const sponsor = program.command('sponsor').description('Pay for free bursts of open-source projects')
  addCreate(sponsor)
  addStatus(sponsor)
  addCaps(sponsor)
  addLedger(sponsor)
  addDeny(sponsor)
  addAudit(sponsor)
}

interface CreateFlags extends VenueFlags {
  readonly token: Address
  readonly auditor: Address
  readonly keyFile: string
  readonly maxPerJob: string
  readonly maxPerDay: string
  readonly budget: string
  readonly days: number
}

function addCreate(parent: Command): void {
  const command = parent
    .command('create')
    .description('Create a sponsor’s account, make the key that spends from it, and print the relay’s settings')
    .requiredOption('--token <address>', 'ERC-20 token that the account holds', parseAddress)
    .requiredOption('--auditor <address>', 'whose audits count before anything is paid', parseAddress)
    .requiredOption('--key-file <path>', 'where the new spender’s key is written; must not exist')
    .requiredOption('--budget <amount>', 'most for all repositories in one month, in whole tokens')
    .option('--max-per-job <amount>', 'most for one burst, in whole tokens', '2')
    .option('--max-per-day <amount>', 'most that the key may lock in one day', '50')
    .option('--days <n>', 'how long the key may spend', parseCount, 90)
  addYesFlag(addVenueFlags(command)).action(async (flags: CreateFlags) => {
    const escrow = await writerFrom(flags)
    await confirm(`Create a sponsor’s account for ${escrow.sender} with token ${flags.token}?`, flags)
    const key = toHex(randomBytes(32))
    await writeFile(flags.keyFile, `${key}\n`, { mode: PRIVATE_FILE, flag: 'wx' }).catch((error: Error) => {
      throw new WrongArgument(`The key cannot be written to ${flags.keyFile}: ${error.message}`)
    })
    const spender = privateKeyToAddress(key)
    const { account } = await escrow.createAccount({ token: flags.token, salt: toHex(randomBytes(32)) })
    const { decimals } = await escrow.token(account)
    const units = (amount: string): bigint => parseAmount(amount, decimals)
    await escrow.setSpender(account, spender, {
      maxPerJobUnits: units(flags.maxPerJob),
      maxPerDayUnits: units(flags.maxPerDay),
      expires: (await escrow.now()) + flags.days * SECONDS_PER_DAY,
    })
    const caps = { perBurstUnits: units(flags.maxPerJob), budgetUnits: units(flags.budget) }
    const settings = [
      '[sponsor]',
      `account = "${account}"`,
      `auditors = ["${flags.auditor}"]`,
      `budgetUnits = "${caps.budgetUnits}"`,
      `perBurstUnits = "${caps.perBurstUnits}"`,
    ]
    const next = [
      `account ${account}, spender ${spender}`,
      '',
      `Fund it: fuzzburst account fund ${account} AMOUNT`,
      `Give the relay these settings, and the key as FUZZBURST_RELAY_SPONSOR_KEY (it is in ${flags.keyFile}):`,
      '',
      ...settings,
    ]
    print(flags, { account, spender, keyFile: flags.keyFile, ...caps, settings: settings.join('\n') }, next.join('\n'))
  })
}

interface RelayFlags extends VenueFlags {
  readonly relay: string
}

function capLines(info: SponsorInfo): string[] {
  const money = (units: bigint): string => formatMoney(units, info.token)
  const { caps } = info
  return [
    `month       ${info.month}: ${money(info.givenUnits)} of ${money(caps.budgetUnits)} given`,
    `caps        ${money(caps.perBurstUnits)} a burst, ${money(caps.perRepositoryUnits)} a repository and month, ${money(caps.perOwnerUnits)} an owner and month`,
  ]
}

function addStatus(parent: Command): void {
  const command = parent
    .command('status')
    .description('Show a sponsor’s terms and what is left; with a chain, its account as well')
    .requiredOption('--relay <url>', 'the relay that it pays at')
  addVenueFlags(command).action(async (flags: RelayFlags) => {
    const info = await fetchSponsor(flags.relay, fetch)
    const lines = [
      `account     ${info.account}`,
      `spender     ${info.spender}, assigner ${info.assigner}`,
      `issuer      ${visibleText(info.issuer)}`,
      `events      ${info.events.map(visibleText).join(', ')}`,
      ...capLines(info),
    ]
    let chain = null
    if (flags.chain !== undefined || flags.rpcUrl !== undefined) {
      const escrow = await readerFrom(flags)
      const [account, spender] = [await escrow.account(info.account), await escrow.spender(info.account, info.spender)]
      chain = { account: account ?? null, spender: spender ?? null }
      const money = (units: bigint): string => formatMoney(units, account?.token ?? info.token)
      lines.push(
        account === undefined
          ? 'on chain    there is no such account'
          : `on chain    ${money(account.balanceUnits)} free, ${money(account.lockedUnits)} locked`,
        spender === undefined
          ? '            its key may spend nothing'
          : `            its key: ${money(spender.maxPerJobUnits)} a job, ${money(spender.leftTodayUnits)} left today`,
      )
    }
    print(flags, { ...info, chain }, lines.join('\n'))
  })
}

interface CapFlags extends RelayFlags {
  readonly perBurst?: string
  readonly perRepository?: string
  readonly perOwner?: string
  readonly budget?: string
}

function addCaps(parent: Command): void {
  const command = parent
    .command('caps')
    .description('Show a sponsor’s caps, or change some with the owner’s key; what is not named stays')
    .requiredOption('--relay <url>', 'the relay that it pays at')
    .option('--per-burst <amount>', 'most for one burst, in whole tokens')
    .option('--per-repository <amount>', 'most for one repository in one month')
    .option('--per-owner <amount>', 'most for one owner in one month')
    .option('--budget <amount>', 'most for all in one month')
    .option('--json', 'Print the result as JSON, and nothing else, on standard output')
  addYesFlag(command).action(async (flags: CapFlags) => {
    const before = await fetchSponsor(flags.relay, fetch)
    const asked = [flags.perBurst, flags.perRepository, flags.perOwner, flags.budget]
    if (asked.every((amount) => amount === undefined)) return print(flags, before.caps, capLines(before).join('\n'))
    const pick = (amount: string | undefined, units: bigint): bigint =>
      amount === undefined ? units : parseAmount(amount, before.token.decimals)
    const caps: SponsorCaps = {
      perBurstUnits: pick(flags.perBurst, before.caps.perBurstUnits),
      perRepositoryUnits: pick(flags.perRepository, before.caps.perRepositoryUnits),
      perOwnerUnits: pick(flags.perOwner, before.caps.perOwnerUnits),
      budgetUnits: pick(flags.budget, before.caps.budgetUnits),
    }
    await confirm(`Set these caps?\n${capLines({ ...before, caps }).join('\n')}\n`, flags)
    const { sponsorOwner } = await openRelaySession(flags.relay, 'FUZZBURST_OWNER_KEY')
    await sponsorOwner.setCaps(caps)
    const after = await fetchSponsor(flags.relay, fetch)
    print(flags, after.caps, capLines(after).join('\n'))
  })
}

function addLedger(parent: Command): void {
  parent
    .command('ledger')
    .description('Show what a sponsor gave to whom in one month; anybody may look')
    .requiredOption('--relay <url>', 'the relay that it pays at')
    .option('--month <month>', 'such as 2026-11; this month (UTC) when not given')
    .option('--json', 'Print the result as JSON, and nothing else, on standard output')
    .action(async (flags: { relay: string; month?: string; json?: boolean }) => {
      const [info, ledger] = [
        await fetchSponsor(flags.relay, fetch),
        await fetchLedger(flags.relay, flags.month ?? null, fetch),
      ]
      const money = (units: bigint): string => formatMoney(units, info.token)
      const lines = ledger.entries.flatMap((entry) => [
        `${new Date(entry.grantedAt * 1_000).toISOString().slice(0, 16)}Z  ${visibleText(entry.repository)} (${entry.repositoryId}, owner ${entry.ownerId}): ` +
          `${entry.spentUnits === null ? `up to ${money(entry.lockUnits)}` : money(entry.spentUnits)}, ${entry.state}, ${visibleText(entry.event)}, ` +
          `audit ${entry.audit ?? 'not yet'}, job ${entry.job}`,
        ...(entry.audit === 'refused'
          ? entry.disproved.map((lease) => `                   disproved: lease ${lease}`)
          : []),
      ])
      const head = `${ledger.month}: ${money(ledger.givenUnits)} in ${ledger.grants} bursts`
      print(flags, ledger, [head, ...lines].join('\n'))
    })
}

function addDeny(parent: Command): void {
  const command = parent
    .command('deny')
    .description('Give a repository or an owner nothing from now on, with the owner’s key; --allow takes it back')
    .requiredOption('--relay <url>', 'the relay that the sponsor pays at')
    .option('--repository-id <id>', 'GitHub’s id of the repository', parseCount)
    .option('--owner-id <id>', 'GitHub’s id of the owner', parseCount)
    .option('--why <text>', 'shown to whoever is denied', 'abuse')
    .option('--allow', 'take an earlier denial back')
    .option('--json', 'Print the result as JSON, and nothing else, on standard output')
  addYesFlag(command).action(
    async (
      flags: RelayFlags & { repositoryId?: number; ownerId?: number; why: string; allow?: boolean; json?: boolean },
    ) => {
      const { repositoryId, ownerId } = flags
      if ((repositoryId === undefined) === (ownerId === undefined))
        throw new WrongArgument('Name either --repository-id or --owner-id.')
      const kind = repositoryId === undefined ? 'owner' : 'repository'
      const id = repositoryId ?? ownerId!
      const verb = flags.allow ? 'Allow' : 'Deny'
      await confirm(`${verb} free bursts to the ${kind} ${id}?`, flags)
      const { sponsorOwner } = await openRelaySession(flags.relay, 'FUZZBURST_OWNER_KEY')
      const denial = { kind, id, why: flags.allow ? null : flags.why } as const
      await sponsorOwner.setDenial(denial)
      print(flags, denial, `the ${kind} ${id} is ${flags.allow ? 'allowed' : 'denied'}`)
    },
  )
}
