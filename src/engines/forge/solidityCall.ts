import { type AbiParameter, decodeAbiParameters, encodeAbiParameters, type Hex, toFunctionSelector } from 'viem'

/** `transfer(address,uint256)`: a name and elementary types, nothing that could end a string. */
const SIGNATURE = /^([A-Za-z_$][\w$]*)\(((?:[a-z][a-z0-9]*)(?:,[a-z][a-z0-9]*)*)?\)$/
/** Types whose values can be written as a literal: text and bytes as `hex"..."`. */
const ELEMENTARY =
  /^(u?int(8|16|24|32|40|48|56|64|72|80|88|96|1\d\d|2[0-4]\d|25[0-6])|bool|address|string|bytes([1-9]|[12]\d|3[0-2])?)$/

/**
 * A Solidity expression for a call's data. Readable (`abi.encodeWithSignature("save(uint256)", uint256(5))`) where the
 * signature has only elementary types and says exactly these bytes; else the bytes as they are. Holds no text of the
 * project but the checked signature.
 */
export function calldataExpression(calldata: Hex, signature: string | null): string {
  return (signature === null ? null : readable(calldata, signature)) ?? `hex"${calldata.slice(2)}"`
}

function readable(calldata: Hex, signature: string): string | null {
  const match = SIGNATURE.exec(signature)
  if (match === null) return null
  const types = match[2] === undefined ? [] : match[2].split(',')
  if (!types.every((type) => ELEMENTARY.test(type))) return null
  const parameters: AbiParameter[] = types.map((type) => ({ type }))
  let values: readonly unknown[]
  try {
    if (toFunctionSelector(signature) !== calldata.slice(0, 10)) return null
    const encoded: Hex = `0x${calldata.slice(10)}`
    values = types.length === 0 ? [] : decodeAbiParameters(parameters, encoded)
    // Fuzzers also send encodings that no compiler writes: those stay bytes.
    if ((types.length === 0 ? '0x' : encodeAbiParameters(parameters, values)) !== encoded) return null
  } catch {
    return null
  }
  const literals = values.map((value, index) => literal(types[index] ?? '', value))
  return `abi.encodeWithSignature(${[`"${signature}"`, ...literals].join(', ')})`
}

function literal(type: string, value: unknown): string {
  if (type === 'bool') return String(value)
  if (type === 'address') return String(value)
  if (type === 'string') return `string(hex"${Buffer.from(String(value), 'utf8').toString('hex')}")`
  if (type === 'bytes') return `bytes(hex"${String(value).slice(2)}")`
  if (type.startsWith('bytes')) return `${type}(hex"${String(value).slice(2)}")`
  return `${type}(${String(value)})`
}

/** Text of a fuzzer or project on one line of a comment: printable ASCII only, cut. Nothing in it can end the comment. */
export function commentText(text: string, limit: number): string {
  const plain = text.replaceAll(/[^\x20-\x7e]/g, '?')
  return plain.length > limit ? `${plain.slice(0, limit)} [cut]` : plain
}
