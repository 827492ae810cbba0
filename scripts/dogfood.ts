import path from 'node:path'
import { parseArgs } from 'node:util'
import { burstHere } from '../src/cli/demo/burstHere.ts'
import { formatError, isFuzzburstError } from '../src/protocol/errors.ts'
import { repositoryRoot } from './runStep.ts'

// `npm run dogfood [-- --budget 10m --workers 2 --json]`: bursts our own contracts through a chain, a relay and workers that run here
// for as long as it takes, prints progress and verdict, and exits by it: 0 passed, 1 findings, 2 a failure, 3 not everything
// ran, 130 stopped. No network.

const { values } = parseArgs({
  options: {
    budget: { type: 'string', default: '3m' },
    workers: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
  },
})

try {
  process.exitCode = await burstHere({
    root: path.join(repositoryRoot, 'contracts'),
    options: {
      budget: values.budget,
      'slice-time': 4,
      'shard-time': 20,
      'audit-rate': 0.1,
      'slot-price': '0.02',
      'finder-reward': '0.05',
      'finder-reserve': '0.5',
    },
    workers: Number(values.workers),
    expectFindings: false,
    json: values.json,
  })
} catch (error) {
  if (!isFuzzburstError(error)) throw error
  console.error(formatError(error))
  process.exitCode = 2
}
