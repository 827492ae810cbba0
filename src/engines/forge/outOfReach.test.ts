import { expect, test } from 'vitest'
import { isOutOfReach } from './outOfReach.ts'

test.each([
  'vm.ffi: FFI is disabled; add the `--ffi` flag to allow tests to call external commands',
  'vm.createSelectFork: invalid rpc url: mainnet',
  'vm.envString: environment variable "KEY" not found',
  'vm.readFile: failed to open file',
  'vm.writeJson: the path out/x.json is not allowed to be accessed for write operations',
  'vm.getCode: no matching artifact found',
])('%s', (reason) => {
  expect(isOutOfReach(reason)).toBe(true)
})

test.each([
  null,
  '',
  'balance: vm.ffi: said the contract',
  'vm.assume: rejected',
  'vm.envOr: no',
  'vm.parseJson: no such key',
  'vm.expectRevert: next call did not revert',
])('%s is about the property', (reason) => {
  expect(isOutOfReach(reason)).toBe(false)
})
