import { readFile } from 'node:fs/promises'
import { Command, CommanderError, Option } from 'commander'
import { pino } from 'pino'
import { parse } from 'smol-toml'
import { isFuzzburstError } from '../protocol/errors.ts'
import { version } from '../protocol/version.ts'
import { printedError } from '../report/printedError.ts'
import { RelaySettingsWrong } from './errors.ts'
import { startRelay } from './startRelay.ts'

interface RelayFlags {
  readonly config?: string
  readonly host?: string
  readonly port?: string
  readonly dataDir?: string
  readonly requesters?: string
  readonly workers?: string
  readonly logLevel: string
}

/** `fuzzburst relay`: the service that carries messages between requesters and workers. */
const program = new Command('fuzzburst relay')
  .description('Run a relay: for a chain’s escrow, or a private pool of listed keys')
  .version(version)
  .option('--config <file>', 'TOML with the settings of docs/relay.md')
  .option('--host <host>', 'Address to listen on')
  .option('--port <n>', 'Port to listen on; 0 takes any free one')
  .option('--data-dir <dir>', 'Where the database and the blobs live')
  .option('--requesters <addresses>', 'Private pool: addresses that may open jobs, separated by commas')
  .option('--workers <addresses>', 'Private pool: addresses that may work')
  .addOption(
    new Option('--log-level <level>', 'How much is logged')
      .choices(['debug', 'info', 'warn', 'error', 'silent'])
      .default('info'),
  )
  .addHelpText(
    'after',
    `
Environment:
  FUZZBURST_RELAY_KEY               secp256k1 private key: the relay’s identity
  FUZZBURST_RELAY_RPC_URL           JSON-RPC endpoint of the escrow’s chain
  FUZZBURST_RELAY_CHAIN_ID          the chain
  FUZZBURST_RELAY_ESCROW            address of the escrow
  FUZZBURST_RELAY_SUBMIT_FEE_UNITS  submit transactions for requesters, for this fee in token units, with
                                    FUZZBURST_RELAY_GAS_KEY or else the relay’s own key
  FUZZBURST_RELAY_SPONSOR_KEY       key of the sponsor’s spender, instead of the one in [sponsor] (docs/free-bursts.md)
  FUZZBURST_RELAY_GITHUB_TOKEN      the sponsor’s token for questions to GitHub’s API
  DATABASE_URL                      PostgreSQL instead of the embedded database
`,
  )
  .exitOverride()
  .action(runRelay)

/** Wrong use, or a failure with a code. */
const FAILURE = 2

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  // Started as `fuzzburst relay …` or by itself.
  const args = process.argv.slice(2)
  await program.parseAsync(args[0] === 'relay' ? args.slice(1) : args, { from: 'user' })
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : FAILURE
  } else if (isFuzzburstError(error)) {
    process.stderr.write(`${printedError(error)}\n`)
    process.exitCode = FAILURE
  } else {
    throw error
  }
}

async function runRelay(flags: RelayFlags): Promise<void> {
  const logger = pino({ level: flags.logLevel, name: 'relay', base: {} }, pino.destination({ fd: 2, sync: true }))
  const config = await readConfig(flags.config)
  const settings = {
    ...config,
    ...sponsorSecrets(config.sponsor, process.env),
    ...fromEnvironment(process.env),
    ...fromFlags(flags),
  }
  for (const name of Object.keys(process.env))
    if (/^FUZZBURST_RELAY_.*(KEY|TOKEN)$/.test(name)) delete process.env[name]
  const relay = await startRelay(settings, { clock: { nowMs: () => Date.now() }, pid: process.pid, version, logger })
  process.stdout.write(`relay listening on ${relay.url}\n`)
  await stopSignal()
  await relay.close()
}

async function readConfig(file: string | undefined): Promise<Record<string, unknown>> {
  if (file === undefined) return {}
  try {
    return parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new RelaySettingsWrong('config', error instanceof Error ? error.message : String(error))
  }
}

function fromEnvironment(env: NodeJS.ProcessEnv): Record<string, unknown> {
  const key = env.FUZZBURST_RELAY_KEY
  const fee = env.FUZZBURST_RELAY_SUBMIT_FEE_UNITS
  const rpcUrl = env.FUZZBURST_RELAY_RPC_URL
  return {
    ...(key && { key }),
    ...(env.DATABASE_URL && { databaseUrl: env.DATABASE_URL }),
    ...(rpcUrl && {
      chain: {
        rpcUrl,
        chainId: Number(env.FUZZBURST_RELAY_CHAIN_ID),
        escrow: env.FUZZBURST_RELAY_ESCROW,
        ...(fee && { submit: { key: env.FUZZBURST_RELAY_GAS_KEY ?? key, feeUnits: fee } }),
      },
    }),
  }
}

/** The sponsor's secrets may stay out of the file. */
function sponsorSecrets(sponsor: unknown, env: NodeJS.ProcessEnv): Record<string, unknown> {
  if (typeof sponsor !== 'object' || sponsor === null) return {}
  const { FUZZBURST_RELAY_SPONSOR_KEY: key, FUZZBURST_RELAY_GITHUB_TOKEN: githubToken } = env
  return { sponsor: { ...sponsor, ...(key && { key }), ...(githubToken && { githubToken }) } }
}

function fromFlags(flags: RelayFlags): Record<string, unknown> {
  const list = (text: string): string[] => text.split(',').map((part) => part.trim())
  return {
    ...(flags.host !== undefined && { host: flags.host }),
    ...(flags.port !== undefined && { port: Number(flags.port) }),
    ...(flags.dataDir !== undefined && { dataDir: flags.dataDir }),
    ...(flags.requesters !== undefined &&
      flags.workers !== undefined && { private: { requesters: list(flags.requesters), workers: list(flags.workers) } }),
  }
}

/** Resolves at SIGINT, SIGTERM, or when the process that started this one with a channel is gone. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
    process.once('disconnect', () => resolve())
  })
}
