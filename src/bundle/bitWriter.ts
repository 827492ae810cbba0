/** Collects bits, lowest first, into bytes. */
export interface BitWriter {
  /** Adds the lowest `count` bits of `value`; at most 16, and no higher bit may be set. */
  bits(value: number, count: number): void
  /** Fills the last byte with zeros and returns all bytes. */
  finish(): Uint8Array
}

const FIRST_CAPACITY = 65_536

/** A writer without any bits yet. */
export function createBitWriter(): BitWriter {
  let bytes = new Uint8Array(FIRST_CAPACITY)
  let length = 0
  let held = 0
  let heldBits = 0
  const push = (byte: number): void => {
    if (length === bytes.length) {
      const larger = new Uint8Array(2 * bytes.length)
      larger.set(bytes)
      bytes = larger
    }
    bytes[length++] = byte
  }
  return {
    bits(value, count) {
      held |= value << heldBits
      heldBits += count
      while (heldBits >= 8) {
        push(held & 0xff)
        held >>>= 8
        heldBits -= 8
      }
    },
    finish() {
      if (heldBits > 0) push(held)
      held = 0
      heldBits = 0
      return bytes.slice(0, length)
    },
  }
}
