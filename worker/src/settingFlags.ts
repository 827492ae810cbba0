import type { Command } from 'commander'
import { settingFlag, settingVariable } from './readSettings.ts'
import { type SettingName, settingNames } from './settings.ts'

/** What each setting is, for `--help`; the defaults are zWorkerSettings'. */
const meanings: Readonly<Record<SettingName, [value: string, meaning: string]>> = {
  relays: ['<urls>', 'Relays to ask for work, separated by commas (required)'],
  dataDir: ['<dir>', 'Where the journal and the layer cache live (fuzzburst-worker)'],
  slots: ['<n>', 'Shards at a time (one a core)'],
  tier: ['<tier>', 'Sandbox: bubblewrap or landlock (the strongest that works)'],
  cacheBytes: ['<bytes>', 'Most bytes of cached layers (10 GiB)'],
  statusAddress: ['<host:port>', 'Where status and metrics are served (127.0.0.1:9464)'],
  rpcUrl: [
    '<url>',
    'Check each job’s lock on chain, claim payouts, and pursue what is not paid; needs --escrow and --chain-id',
  ],
  escrow: ['<address>', 'The only escrow to work for'],
  chainId: ['<n>', 'The chain of the escrow'],
  trustRequesters: ['<addresses>', 'Requesters of private pools to work for without pay, or "any" (none)'],
  minPriceUnits: ['<units>', 'Least price of a shard, in token units (0)'],
  remedyFloorUnits: ['<units>', 'Least amount due that is worth a transaction of your own, in token units (10000)'],
  graceSeconds: ['<n>', 'How long a running shard may go on after SIGTERM (20)'],
  name: ['<name>', 'What the relay calls this worker (the host’s name)'],
  maxSliceCpuSeconds: ['<n>', 'Most CPU time one slice may ask for (600)'],
  maxSliceMemoryBytes: ['<bytes>', 'Most memory one slice may ask for (the machine’s, at least 4 GiB)'],
  maxSliceFileBytes: ['<bytes>', 'Most disk one slice may ask for (4 GiB)'],
  maxSliceOutputBytes: ['<bytes>', 'Most output one slice may ask for (1 GiB)'],
  maxBundleBytes: ['<bytes>', 'Largest packed bundle to take (2 GiB)'],
  logLevel: ['<level>', 'debug, info, warn, error or silent (info)'],
}

/** Adds every setting as a flag; unset ones stay undefined, so that variables and the settings file can speak. */
export function addSettingFlags(command: Command): Command {
  for (const name of settingNames) {
    const [value, meaning] = meanings[name]
    command.option(`--${settingFlag(name)} ${value}`, `${meaning} [${settingVariable(name)}]`)
  }
  return command
    .option(
      '--key-file <file>',
      'File with the worker’s private key [FUZZBURST_WORKER_KEY_FILE, or the key itself in FUZZBURST_WORKER_KEY]',
    )
    .option(
      '--gas-key-file <file>',
      'File with the key that pays gas, if not the worker’s own [FUZZBURST_WORKER_GAS_KEY_FILE, or the key in FUZZBURST_WORKER_GAS_KEY]',
    )
    .option('--config <file>', 'Settings file (TOML; keys as these flags) [FUZZBURST_WORKER_CONFIG]')
}
