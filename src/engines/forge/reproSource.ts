import { posix } from 'node:path'
import { canonicalJson } from '../../protocol/canonicalJson.ts'
import { sha256 } from '../../protocol/digest.ts'
import type { Finding, FindingCall } from '../../protocol/finding.ts'
import type { Target } from '../engine.ts'
import { calldataExpression, commentText } from './solidityCall.ts'

/** foundry-rs/foundry at v1.7.1: where the cheatcodes live. */
const CHEATCODES = '0x7109709ECfa91a80626fF3989D68f67F5b1DD12D'
/** Longest text of one comment line. */
const COMMENT_LIMIT = 160
/** File systems take 255 bytes a name; ids and suffix need some of them. */
const NAME_LIMIT = 80

/** What the source of a repro test is made of. */
export interface ReproShape {
  readonly target: Target
  readonly finding: Finding
  /** The project's test folder, relative to its root. */
  readonly testDir: string
  /** The test contract has an `afterInvariant()`, which forge calls after the invariant. */
  readonly afterInvariant: boolean
  /** The last call must succeed: for findings in which a call itself failed, not the property after it. */
  readonly lastCallMustSucceed: boolean
  /**
   * How a call gets its sender. `etch`: code at the sender's address makes it, so that the called code may prank; the origin
   * stays forge's. `prank`: a cheatcode, which also sets the origin, but forbids some pranks of the called code.
   */
  readonly senders: 'etch' | 'prank'
}

/** A Solidity test, not compiled yet. */
export interface ReproSource {
  readonly fileName: string
  readonly contract: string
  readonly test: string
  readonly source: string
}

/** Eight hex digits that name a finding's input. */
export function reproId(finding: Finding): string {
  return sha256(canonicalJson({ target: finding.target, input: finding.input })).slice(2, 10)
}

/**
 * Writes a test that inherits the project's own test contract, so that `setUp` runs and every contract gets the address it
 * had in the campaign, makes the finding's calls and then checks the property. Returns the reason in words when a file
 * like that cannot be written.
 */
export function reproSource(shape: ReproShape): ReproSource | { readonly impossible: string } {
  const { target, finding } = shape
  const importPath = relativeImport(shape.testDir, target.path)
  if (importPath === null) return { impossible: 'the path of the test file cannot stand in a Solidity import' }
  if (!/^[A-Za-z_$][\w$]*$/.test(target.contract)) return { impossible: 'the test contract has no Solidity name' }
  if (!/^[A-Za-z_$][\w$]*\([\w$,()[\]]*\)$/.test(target.test))
    return { impossible: 'the test has no Solidity signature' }
  if (finding.input.kind === 'sequence' && finding.input.calls.some(({ valueWei }) => valueWei !== '0'))
    return { impossible: 'a call sends value, which forge 1.7.1 does not fuzz' }
  const id = reproId(finding)
  const names = { contract: `Repro_${shortName(target.contract)}_${id}`, test: `test_repro_${id}`, id }
  const fileName = `${shortName(target.contract)}_${shortName(target.test.split('(')[0] ?? '')}_${id}.t.sol`
  return { fileName, contract: names.contract, test: names.test, source: render(shape, names, importPath) }
}

function render(shape: ReproShape, names: { contract: string; test: string; id: string }, importPath: string): string {
  const { target, finding } = shape
  const { id } = names
  const text = (hostile: string) => commentText(hostile, COMMENT_LIMIT)
  return `// SPDX-License-Identifier: UNLICENSED
pragma solidity >=0.6.2;

// Written by fuzzburst: the input that breaks
//   ${text(target.id)}
// with: ${text(finding.reason)}
// It fails as long as the bug is there. It inherits the test contract, so run it by its own name:
//   forge test --match-contract ${names.contract} --match-test ${names.test}

import {${target.contract} as Fuzzburst_${id}_Base} from "${importPath}";

interface Fuzzburst_${id}_Vm {
    function etch(address account, bytes calldata code) external;
    function prank(address sender, address origin) external;
    function warp(uint256 timestamp) external;
    function roll(uint256 blockNumber) external;
    function getBlockTimestamp() external view returns (uint256);
    function getBlockNumber() external view returns (uint256);
}

contract ${names.contract} is Fuzzburst_${id}_Base {
    Fuzzburst_${id}_Vm private constant FUZZBURST_${id}_VM = Fuzzburst_${id}_Vm(${CHEATCODES});

    function ${names.test}() public {
${renderBody(shape, id)
  .map((line) => `        ${line}`)
  .join('\n')}
    }

${renderSupport(shape, id)}}
${shape.senders === 'etch' ? renderSender(id) : ''}`
}

function renderBody(shape: ReproShape, id: string): string[] {
  const { target, finding } = shape
  const check = (data: string) => `fuzzburst_${id}_check(${data});`
  const { input } = finding
  if (input.kind === 'single')
    return [...comment(input.args ?? ''), check(calldataExpression(input.calldata, target.test))]
  const last = input.calls.length - 1
  return [
    ...input.calls.flatMap((call, index) => renderCall(call, id, shape.lastCallMustSucceed && index === last)),
    check(`abi.encodeWithSignature("${target.test}")`),
    ...(shape.afterInvariant ? [check('abi.encodeWithSignature("afterInvariant()")')] : []),
  ]
}

function renderCall(call: FindingCall, id: string, mustSucceed: boolean): string[] {
  const what = [call.contract, call.signature].filter((part) => part !== null).join(' ')
  const data = calldataExpression(call.calldata, call.signature)
  return [
    ...comment(`${what}${call.args ? ` with ${call.args}` : ''}`),
    `fuzzburst_${id}_wait(${call.warpSeconds}, ${call.rollBlocks});`,
    `fuzzburst_${id}_${mustSucceed ? 'must' : 'call'}(${call.sender}, ${call.to}, ${data});`,
  ]
}

function comment(text: string): string[] {
  return text === '' ? [] : [`// ${commentText(text, COMMENT_LIMIT)}`]
}

function renderSupport(shape: ReproShape, id: string): string {
  const vm = `FUZZBURST_${id}_VM`
  const { input } = shape.finding
  const calls = input.kind === 'sequence' ? input.calls.length : 0
  const act =
    shape.senders === 'prank'
      ? `        ${vm}.prank(sender, origin);
        (done, answer) = to.call(data);`
      : `        // No prank is active while the call runs, so that it may begin its own; the account is as it was.
        bytes memory code = fuzzburst_${id}_code(sender);
        ${vm}.etch(sender, type(Fuzzburst_${id}_Sender).runtimeCode);
        (done, answer) = Fuzzburst_${id}_Sender(sender).act(${vm}, code, to, data);`
  return `${
    calls > 0
      ? `    function fuzzburst_${id}_wait(uint256 time, uint256 blocks) private {
        if (time > 0) ${vm}.warp(${vm}.getBlockTimestamp() + time);
        if (blocks > 0) ${vm}.roll(${vm}.getBlockNumber() + blocks);
    }

`
      : ''
  }${
    calls > (shape.lastCallMustSucceed ? 1 : 0)
      ? `    /// One call of the sequence. What it returns, or that it reverts, does not matter to the property.
    function fuzzburst_${id}_call(address sender, address to, bytes memory data) private {
        fuzzburst_${id}_act(sender, ${shape.senders === 'prank' ? 'sender, ' : ''}to, data);
    }

`
      : ''
  }${
    calls > 0 && shape.lastCallMustSucceed
      ? `    /// The call that failed itself.
    function fuzzburst_${id}_must(address sender, address to, bytes memory data) private {
        (bool done, bytes memory answer) = fuzzburst_${id}_act(sender, ${shape.senders === 'prank' ? 'sender, ' : ''}to, data);
        if (!done) fuzzburst_${id}_fail(answer);
    }

`
      : ''
  }    /// Calls this contract as forge calls a test, and fails with what it fails with.
    function fuzzburst_${id}_check(bytes memory data) private {
        (bool done, bytes memory answer) = fuzzburst_${id}_act(msg.sender, ${shape.senders === 'prank' ? 'tx.origin, ' : ''}address(this), data);
        if (!done) fuzzburst_${id}_fail(answer);
    }

    function fuzzburst_${id}_act(address sender, ${shape.senders === 'prank' ? 'address origin, ' : ''}address to, bytes memory data)
        private
        returns (bool done, bytes memory answer)
    {
${act}
    }

    function fuzzburst_${id}_fail(bytes memory answer) private pure {
        assembly {
            revert(add(answer, 0x20), mload(answer))
        }
    }
${
  shape.senders === 'etch'
    ? `
    function fuzzburst_${id}_code(address account) private view returns (bytes memory code) {
        assembly {
            let size := extcodesize(account)
            code := mload(0x40)
            mstore(0x40, add(code, and(add(size, 0x3f), not(0x1f))))
            mstore(code, size)
            extcodecopy(account, add(code, 0x20), 0, size)
        }
    }
`
    : ''
}`
}

function renderSender(id: string): string {
  return `
/// Stands at a sender's address for the moment that it takes to call in its name.
contract Fuzzburst_${id}_Sender {
    function act(Fuzzburst_${id}_Vm cheats, bytes calldata code, address to, bytes calldata data)
        external
        returns (bool done, bytes memory answer)
    {
        cheats.etch(address(this), code);
        (done, answer) = to.call(data);
    }
}
`
}

/** The import path of a source as seen from the test folder; null when it holds what a plain string literal cannot. */
function relativeImport(testDir: string, path: string): string | null {
  const relative = posix.relative(testDir, path)
  if (!/^[\x20-\x7e]+$/.test(relative) || /["\\]/.test(relative)) return null
  return relative.startsWith('../') ? relative : `./${relative}`
}

function shortName(name: string): string {
  return name.replaceAll(/[^\w]/g, '_').slice(0, NAME_LIMIT)
}
