import { HostileLayer } from './errors.ts'
import { type createMemberSet, memberPathProblem } from './memberPath.ts'
import { encodePaxPath, encodeTarMember, header, PAX_NAME, TAR_BLOCK, type TarMember, tarPadding } from './tarHeader.ts'

/** Where the members of an archive go, one by one. The contents must be read to their end. */
export type MemberSink = (member: TarMember, contents: AsyncIterable<Uint8Array>) => Promise<void>

/** Longest pax record that is read: a path of the allowed length and its frame. */
const PAX_BYTES = 2_048

/** What the type flags of other members are called (POSIX.1-2017, pax; GNU tar's own). */
const memberTypes: Readonly<Record<string, string>> = {
  '1': 'a hard link',
  '2': 'a symbolic link',
  '3': 'a character device',
  '4': 'a block device',
  '5': 'a directory entry',
  '6': 'a FIFO',
  '7': 'a contiguous file',
  g: 'a global header',
  K: 'a long link name',
  L: 'a long name of GNU tar',
  S: 'a sparse file',
  M: 'a continued file',
}

/** Shared by the layers of one bundle, so that none of them can overwrite another's files. */
export interface TarRules {
  readonly members: ReturnType<typeof createMemberSet>
  /** Files that may still come. Counts down. */
  filesLeft: number
}

/**
 * Reads an archive that {@link packLayers} could have written and refuses every other: each header must be, byte for byte,
 * the one our writer gives this path, size and mode. So there is one spelling of an archive and nothing to interpret.
 * @throws HostileLayer
 */
export async function readTar(source: AsyncIterable<Uint8Array>, rules: TarRules, sink: MemberSink): Promise<void> {
  const reader = createByteReader(source)
  for (;;) {
    let block = await reader.exactly(TAR_BLOCK)
    if (isZero(block)) return finish(reader)
    let path: string | null = null
    if (typeOf(block) === 'x') {
      path = await readPaxPath(block, reader)
      block = await reader.exactly(TAR_BLOCK)
    }
    const member = parseMember(block, path)
    const problem = memberPathProblem(member.path) ?? rules.members.add(member.path)
    if (problem !== null) throw new HostileLayer(`it holds ${problem}`, printable(member.path))
    if (--rules.filesLeft < 0) throw new HostileLayer('it holds more files than are allowed')
    const contents = reader.upTo(member.bytes)
    await sink(member, contents)
    const padding = tarPadding(member.bytes)
    if (padding > 0 && !isZero(await reader.exactly(padding)))
      throw new HostileLayer('something is hidden between its members')
  }
}

function parseMember(block: Buffer, paxPath: string | null): TarMember {
  const type = typeOf(block)
  const name = text(block, 0, 100)
  if (type !== '0')
    throw new HostileLayer(`it holds ${memberTypes[type] ?? 'a member of unknown type'}`, printable(name))
  const bytes = size(block)
  const mode = Number.parseInt(text(block, 100, 8), 8)
  if (mode !== 0o644 && mode !== 0o755)
    throw new HostileLayer('it holds a file with a mode that is never packed (setuid or the like)', printable(name))
  const member = { path: paxPath ?? name, bytes, executable: mode === 0o755 }
  const problem = memberPathProblem(member.path)
  if (problem !== null) throw new HostileLayer(`it holds ${problem}`, printable(member.path))
  const written = Buffer.from(encodeTarMember(member))
  const usesPax = written.length > TAR_BLOCK
  if (usesPax !== (paxPath !== null) || !written.subarray(-TAR_BLOCK).equals(block))
    throw new HostileLayer('it holds a header that is never packed', printable(member.path))
  return member
}

async function readPaxPath(block: Buffer, reader: ByteReader): Promise<string> {
  const bytes = size(block)
  if (bytes > PAX_BYTES || !Buffer.from(header(PAX_NAME, 0o644, bytes, 'x')).equals(block))
    throw new HostileLayer('it holds an extended header that is never packed')
  const record = await reader.exactly(bytes)
  if (!isZero(await reader.exactly(tarPadding(bytes))))
    throw new HostileLayer('something is hidden between its members')
  const path = /^[0-9]+ path=(.*)\n$/s.exec(record.toString('utf8'))?.[1]
  if (path === undefined || !record.equals(Buffer.from(encodePaxPath(path))))
    throw new HostileLayer('it holds an extended header that is never packed')
  return path
}

async function finish(reader: ByteReader): Promise<void> {
  if (!isZero(await reader.exactly(TAR_BLOCK)) || !(await reader.atEnd()))
    throw new HostileLayer('something follows its end')
}

function typeOf(block: Buffer): string {
  return block.toString('latin1', 156, 157)
}

function size(block: Buffer): number {
  const digits = /^([0-7]{11})\0$/.exec(block.toString('latin1', 124, 136))?.[1]
  if (digits === undefined) throw new HostileLayer('it holds a member whose size cannot be read')
  return Number.parseInt(digits, 8)
}

function text(block: Buffer, at: number, width: number): string {
  const field = block.subarray(at, at + width)
  const end = field.indexOf(0)
  return field.toString('latin1', 0, end < 0 ? width : end)
}

function printable(path: string): string {
  return path.replace(/[^\x20-\x7e]/g, '?')
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0)
}

interface ByteReader {
  /** The next `count` bytes. @throws HostileLayer when the archive ends before. */
  exactly(count: number): Promise<Buffer>
  /** The next `count` bytes piece by piece. */
  upTo(count: number): AsyncIterable<Uint8Array>
  atEnd(): Promise<boolean>
}

function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)
  const fill = async (): Promise<boolean> => {
    while (held.length === 0) {
      const next = await chunks.next()
      if (next.done) return false
      held = next.value
    }
    return true
  }
  async function* upTo(count: number): AsyncGenerator<Uint8Array> {
    let left = count
    while (left > 0) {
      if (!(await fill())) throw new HostileLayer('it ends in the middle of a member')
      const piece = held.subarray(0, left)
      held = held.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }
  return {
    upTo,
    async exactly(count) {
      const pieces: Uint8Array[] = []
      for await (const piece of upTo(count)) pieces.push(piece)
      return Buffer.concat(pieces)
    },
    async atEnd() {
      return !(await fill())
    },
  }
}
