import type { Command } from 'commander'
import { toWire } from '../../src/protocol/primitives.ts'
import { settingVariable } from './readSettings.ts'
import { readStatus } from './readStatus.ts'
import { parseStatusAddress } from './settings.ts'
import { renderStatus } from './workerStatus.ts'

/** `fuzzburst-worker status`. */
export function addStatusCommand(program: Command): void {
  program
    .command('status')
    .description('Show what the worker on this machine is doing')
    .option('--status-address <host:port>', 'The status address that the worker was given (127.0.0.1:9464)')
    .option('--json', 'Print the status as JSON, and nothing else')
    .action(async (flags: { statusAddress?: string; json?: boolean }) => {
      const address = parseStatusAddress(flags.statusAddress ?? process.env[settingVariable('statusAddress')])
      const status = await readStatus(address, fetch)
      process.stdout.write(flags.json ? `${toWire(status)}\n` : renderStatus(status))
    })
}
