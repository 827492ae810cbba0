/**
 * Cheatcodes that answer by what a slice does not have: a network, other programs, the user's environment, a disk to write
 * to, files that did not ship. forge begins its error with their name (`vm.ffi: FFI is disabled ...`).
 */
const REACHES_OUT = new RegExp(
  `^vm\\.(?:${[
    ...['ffi', 'tryFfi', 'createFork', 'createSelectFork', 'selectFork', 'rollFork', 'rpc\\w*', 'eth_getLogs'],
    ...['env(?!Or\\b|Exists\\b)\\w+', 'prompt\\w*', 'fsMetadata', 'exists', 'isFile', 'isDir'],
    ...['(?:read|write|copy|remove|close|create)(?:File|Line|Link|Dir|Json|Toml)\\w*'],
    ...['getCode', 'getDeployedCode', 'deployCode', 'getBroadcasts?', 'getDeployments?'],
  ].join('|')}): `,
)

/**
 * True when forge failed a test because the test asked for what a slice does not have: this says nothing of the property, so
 * it is neither a finding nor a pass.
 */
export function isOutOfReach(reason: string | null | undefined): boolean {
  return REACHES_OUT.test(reason ?? '')
}
