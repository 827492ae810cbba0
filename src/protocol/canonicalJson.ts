import { FuzzburstError } from './errors.ts'

/**
 * What may be hashed or signed as a document: no floats, no `undefined`, no dates.
 * A `bigint` is written as its decimal string, as on the wire.
 */
export type CanonicalValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue }

/** A value reached a digest that has no single canonical form: a bug of ours, never of the user's. */
export class NotCanonical extends FuzzburstError<'FB9001'> {
  constructor(path: string, what: string) {
    super('FB9001', {
      fault: 'ours',
      summary: `A document that is to be hashed holds ${what} at ${path || 'its top'}.`,
      steps: ['Please report this with the command you ran.'],
    })
  }
}

/**
 * The one text of a document: RFC 8785 (JCS) restricted to safe integers, so that no two
 * implementations can disagree about a number. Keys are ordered by UTF-16 code units.
 * @throws NotCanonical for floats, unsafe integers, lone surrogates, `undefined` and anything but plain data.
 */
export function canonicalJson(value: CanonicalValue): string {
  return write(value, '')
}

function write(value: unknown, path: string): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false'
    case 'bigint':
      return `"${value}"`
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new NotCanonical(path, `the number ${value}`)
      return String(value)
    case 'string':
      return text(value, path)
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${Array.from(value, (item, i) => write(item, `${path}[${i}]`)).join(',')}]`
      return object(value, path)
    default:
      throw new NotCanonical(path, `a ${typeof value}`)
  }
}

function object(value: object, path: string): string {
  const proto: unknown = Object.getPrototypeOf(value)
  if (proto !== Object.prototype && proto !== null) throw new NotCanonical(path, 'something that is not plain data')
  // The default sort compares UTF-16 code units, which is what RFC 8785 section 3.2.3 asks for.
  const keys = Object.keys(value).sort()
  const members = keys.map(
    (key) => `${text(key, path)}:${write((value as Record<string, unknown>)[key], `${path}.${key}`)}`,
  )
  return `{${members.join(',')}}`
}

function text(value: string, path: string): string {
  if (!value.isWellFormed()) throw new NotCanonical(path, 'a lone surrogate')
  return JSON.stringify(value)
}
