import type { Target, TargetKind } from '../engine.ts'

/** A test by its parts: what forge needs to name it. */
export type TargetName = Pick<Target, 'id' | 'path' | 'contract' | 'test' | 'kind'>

/** `path:Contract:signature`. Paths may hold colons; contracts and signatures cannot. */
export function targetId(path: string, contract: string, signature: string): string {
  return `${path}:${contract}:${signature}`
}

/** The parts of a target's id; null for text that is none. */
export function readTargetId(id: string): TargetName | null {
  const parts = /^(.+):([^:]+):([^:]+)$/su.exec(id)
  if (!parts) return null
  const [, path = '', contract = '', test = ''] = parts
  return { id, path, contract, test, kind: testKind(test) === 'invariant' ? 'invariant' : 'fuzz' }
}

/**
 * What forge 1.7.1 does with a test function (`TestFunctionKind::classify` in crates/common/src/traits.rs): by its name's
 * beginning and by whether it takes parameters. `table`: its parameters come from a fixed list, so it counts as a unit test.
 */
export function testKind(signature: string): TargetKind | 'unit' {
  if (/^(invariant|statefulFuzz)/.test(signature)) return 'invariant'
  return signature.startsWith('test') && !signature.endsWith('()') ? 'fuzz' : 'unit'
}

/** `testFail*` was removed in forge 1.0: such a test is refused, and with it every other selected one of its contract. */
export function isLegacyTestFail(signature: string): boolean {
  return signature.startsWith('testFail')
}
