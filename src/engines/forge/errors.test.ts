import { expect, test } from 'vitest'
import { formatError } from '../../protocol/errors.ts'
import {
  BadFoundryConfig,
  CalibrationFailed,
  CompileFailed,
  ForgeFailed,
  NoCompiler,
  NoForge,
  NoFoundryProject,
  NoFuzzTests,
  OutsideProject,
  UnreadableOutput,
  WrongForge,
} from './errors.ts'

const digest = (digit: string) => `0x${digit.repeat(64)}`

test.each([
  ['FB1001', new NoFoundryProject('/home/me/app')],
  ['FB1002', new CompileFailed('Error (7576): Undeclared identifier.\n --> src/Vault.sol:6:16:')],
  ['FB1002 of a compiler that crashed', new CompileFailed('RuntimeError: memory access out of bounds')],
  ['FB1003', new NoFuzzTests(1)],
  ['FB1004', new NoCompiler('0.8.37', "Error: can't install missing solc 0.8.37 in offline mode")],
  ['FB1005', new BadFoundryConfig('expected `]`')],
  ['FB1006', new NoForge('linux-riscv64', '')],
  ['FB1007', new WrongForge('/bin/forge', digest('a'), digest('b'))],
  ['FB1008', new OutsideProject('/home/me/app', ['../shared/Math.sol'])],
  ['FB5001', new UnreadableOutput('it holds no result', 'panicked')],
  ['FB5002', new ForgeFailed("list the project's tests", 'panicked')],
  ['FB5003', new CalibrationFailed('the cpu limit was hit', '')],
])('%s says what happened and what to do', (code, error) => {
  expect(error.code).toBe(code.slice(0, 6))
  expect(formatError(error)).toMatchSnapshot()
})
