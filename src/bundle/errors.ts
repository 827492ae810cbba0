import { FuzzburstError } from '../protocol/errors.ts'
import { formatBytes } from './formatBytes.ts'

/** One file and its size, for messages. */
export interface SizedFile {
  readonly path: string
  readonly bytes: number
}

/** What a limit counts: bytes of a layer, or its files. */
export type BundleMeasure = 'packed bytes' | 'unpacked bytes' | 'files'

function amount(measure: BundleMeasure, value: number): string {
  return measure === 'files' ? `${value} files` : formatBytes(value)
}

/** The project is larger than what may be shipped to workers. Nothing was sent. */
export class BundleTooLarge extends FuzzburstError<'FB1020'> {
  constructor(measure: BundleMeasure, have: number, limit: number, largest: readonly SizedFile[]) {
    const what = measure === 'packed bytes' ? 'compressed ' : measure === 'unpacked bytes' ? 'unpacked ' : ''
    super('FB1020', {
      fault: 'user',
      summary: `The ${what}bundle would hold ${amount(measure, have)}; the limit is ${amount(measure, limit)}.`,
      steps: [
        'Leave large files out of `fs_permissions`, and unused libraries out of `libs`, or',
        'fuzz a smaller profile (`profile` chooses one).',
      ],
      ...(largest.length > 0
        ? {
            detail: ['Largest files:', ...largest.map((file) => `${formatBytes(file.bytes)}  ${file.path}`)].join('\n'),
          }
        : {}),
    })
  }
}

/** A layer holds what no honest packer writes. Nothing of it was left on disk. */
export class HostileLayer extends FuzzburstError<'FB1021'> {
  constructor(why: string, member?: string, cause?: unknown) {
    super('FB1021', {
      fault: 'pool',
      summary: `A layer was refused and nothing of it was kept: ${why}.`,
      steps: [
        'Nothing to do on a worker: it hands the shard back.',
        'If this is your own bundle, please report it with the command you ran.',
      ],
      ...(member === undefined ? {} : { detail: `Member: ${member.slice(0, 300)}` }),
      cause,
    })
  }
}

/** A file that slices need cannot be part of a bundle. */
export class UnshippableFile extends FuzzburstError<'FB1022'> {
  constructor(path: string, why: string, more: { readonly steps?: readonly string[]; readonly cause?: unknown } = {}) {
    super('FB1022', {
      fault: 'user',
      summary: `A file that the fuzz tests need cannot be shipped: ${why}.`,
      steps: more.steps ?? ['Move or rename the file inside the project, or stop importing it.'],
      detail: path,
      cause: more.cause,
    })
  }
}

/** Bytes that were fetched are not those that were asked for. */
export class LayerMismatch extends FuzzburstError<'FB1023'> {
  constructor(what: string, expected: string, found: string) {
    super('FB1023', {
      fault: 'pool',
      summary: `A layer's ${what} should be ${expected} but is ${found}.`,
      steps: ['Fetch the layer again; if it stays wrong, the relay serves altered or cut bytes: use another.'],
    })
  }
}
