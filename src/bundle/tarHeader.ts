/** Size of a tar block (POSIX.1-2017, pax, "ustar Interchange Format"). */
export const TAR_BLOCK = 512
/** Longest path that fits the header's name field. */
const NAME_FIELD = 100

/** What a layer says of one file: nothing that could differ between two checkouts. */
export interface TarMember {
  readonly path: string
  /** Length of the contents, in bytes. */
  readonly bytes: number
  readonly executable: boolean
}

/** File contents are followed by zeros up to the next block. */
export function tarPadding(bytes: number): number {
  return (TAR_BLOCK - (bytes % TAR_BLOCK)) % TAR_BLOCK
}

/** Two zero blocks end an archive. */
export const TAR_END = new Uint8Array(2 * TAR_BLOCK)

/**
 * All that stands before a member's contents: one ustar header, or for a path that is long or not ASCII a pax header with
 * that path and then the ustar header. Owner, group, times and device are zero: same file, same bytes, on any machine.
 */
export function encodeTarMember(member: TarMember): Uint8Array {
  const mode = member.executable ? 0o755 : 0o644
  if (/^[\x20-\x7e]{1,100}$/.test(member.path)) return header(member.path, mode, member.bytes, '0')
  const record = encodePaxPath(member.path)
  return Buffer.concat([
    header(PAX_NAME, 0o644, record.length, 'x'),
    record,
    new Uint8Array(tarPadding(record.length)),
    header(PAX_NAME, mode, member.bytes, '0'),
  ])
}

/** Name field of headers whose path stands in a pax record. */
export const PAX_NAME = 'PaxPath'

/** One pax record, `<length> path=<path>\n`, where the length counts itself. */
export function encodePaxPath(path: string): Uint8Array {
  const body = Buffer.from(` path=${path}\n`)
  let length = body.length + 1
  while (String(length).length + body.length !== length) length = String(length).length + body.length
  return Buffer.concat([Buffer.from(String(length)), body])
}

/** One ustar header block. `name` must be ASCII of at most 100 characters. */
export function header(name: string, mode: number, bytes: number, type: '0' | 'x'): Uint8Array {
  const block = Buffer.alloc(TAR_BLOCK)
  block.write(name, 0, NAME_FIELD, 'latin1')
  octal(block, 100, 8, mode)
  octal(block, 108, 8, 0)
  octal(block, 116, 8, 0)
  octal(block, 124, 12, bytes)
  octal(block, 136, 12, 0)
  block.write('        ', 148, 'latin1')
  block.write(type, 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  octal(block, 329, 8, 0)
  octal(block, 337, 8, 0)
  let sum = 0
  for (const byte of block) sum += byte
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

function octal(block: Buffer, at: number, width: number, value: number): void {
  block.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1')
}
