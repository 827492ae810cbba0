import { isAbsolute, normalize } from 'node:path'
import { stringify } from 'smol-toml'
import type { ProjectNote } from '../engine.ts'
import type { FoundryConfig } from './foundryConfig.ts'
import { cacheFolder, outFolder, SOLC_STUB } from './projectPaths.ts'

/**
 * Settings that decide what is compiled and what a test does; everything else stays at home. An allowlist, so that a key
 * of a later forge, or one that holds a secret, never ships by accident.
 */
const SHIPPED_KEYS: readonly string[] = [
  ...['src', 'test', 'script', 'libs', 'remappings', 'libraries', 'include_paths', 'skip'],
  ...['evm_version', 'hardfork', 'optimizer', 'optimizer_runs', 'optimizer_details', 'model_checker', 'via_ir', 'ast'],
  ...[
    'use_literal_content',
    'bytecode_hash',
    'cbor_metadata',
    'revert_strings',
    'sparse_mode',
    'extra_output',
    'vyper',
  ],
  ...['additional_compiler_profiles', 'compilation_restrictions', 'ignored_error_codes', 'deny'],
  ...['match_test', 'no_match_test', 'match_contract', 'no_match_contract', 'match_path', 'no_match_path'],
  ...['allow_internal_expect_revert', 'always_use_create_2_factory', 'prompt_timeout', 'sender', 'tx_origin'],
  ...['initial_balance', 'block_number', 'chain_id', 'gas_limit', 'code_size_limit', 'gas_price'],
  ...['block_base_fee_per_gas', 'block_coinbase', 'block_timestamp', 'block_difficulty', 'block_prevrandao'],
  ...['block_gas_limit', 'memory_limit', 'isolate', 'disable_block_gas_limit', 'enable_tx_gas_limit', 'labels'],
  ...['unchecked_cheatcode_artifacts', 'create2_library_salt', 'create2_deployer', 'assertions_revert'],
  ...['legacy_assertions', 'network', 'celo', 'bypass_prevrandao'],
]

/** Keys of `[fuzz]` and `[invariant]` that are the slice's own business, or that depend on the clock. */
const CAMPAIGN_KEYS_DROPPED: ReadonlySet<string> = new Set([
  ...['seed', 'timeout', 'failure_persist_dir', 'corpus_dir', 'corpus_gzip', 'show_logs', 'gas_report_samples'],
  ...['show_edge_coverage', 'show_metrics', 'sancov_edges', 'sancov_trace_cmp'],
])

/** Settings of a fork besides its endpoint. */
const FORK_KEYS: readonly string[] = ['fork_block_number']

/** Settings whose values are secrets or reach out of the sandbox; named in a note when they are set. */
const STRIPPED_KEYS = [
  'eth_rpc_url',
  'eth_rpc_jwt',
  'eth_rpc_headers',
  'etherscan_api_key',
  'rpc_endpoints',
  'etherscan',
]

export interface ShippedPermission {
  readonly access: unknown
  readonly path: string
}

export interface ConfigRequest {
  readonly config: FoundryConfig
  readonly profile: string
  /** Names of all profiles: inline configuration may name any, and forge refuses names it does not know. */
  readonly profiles: readonly string[]
  /**
   * Compilers that the build used, ascending. One: the stub of the project answers for it. More: forge picks among the
   * stubs of the data folder as it picked among the real ones. Null while building: FOUNDRY_SOLC or forge decides.
   */
  readonly solcVersions: readonly string[] | null
  /** Only on the requester's own machine: what targets there may reach. Endpoints are the proxy's, never the user's. */
  readonly reach?: {
    readonly programs: boolean
    readonly endpoints: Readonly<Record<string, string>>
    /** Every test forks from it. */
    readonly everywhere: string | null
  }
}

/** The foundry.toml that builds and that ships: the same resolved settings, without secrets and without a clock. */
export function sliceConfig(request: ConfigRequest): string {
  const { config, profile, solcVersions } = request
  const settings: Record<string, unknown> = {}
  for (const key of SHIPPED_KEYS) if (isSet(config[key])) settings[key] = config[key]
  Object.assign(settings, {
    out: outFolder(profile),
    cache_path: cacheFolder(profile),
    cache: true,
    auto_detect_remappings: false,
    // It only saves compiling, and forge 1.7.1 compiles everything anew when it meets a filter.
    dynamic_test_linking: false,
    ffi: false,
    fs_permissions: shippedPermissions(config),
    fuzz: campaign(config.fuzz),
    invariant: { ...campaign(config.invariant), corpus_gzip: false },
    lint: { lint_on_build: false },
  })
  if (solcVersions === null) {
    settings.auto_detect_solc = config.auto_detect_solc ?? true
    settings.offline = config.offline
    if (config.solc !== null) settings.solc = config.solc
  } else {
    settings.auto_detect_solc = solcVersions.length !== 1
    settings.offline = true
    if (solcVersions.length === 1) settings.solc = SOLC_STUB
  }
  const { reach } = request
  if (reach) {
    Object.assign(settings, { ffi: reach.programs, offline: false, no_storage_caching: true })
    for (const key of FORK_KEYS) if (isSet(config[key])) settings[key] = config[key]
    if (reach.everywhere !== null) settings.eth_rpc_url = reach.everywhere
  }
  const others = Object.fromEntries(request.profiles.map((name) => [name, {}]))
  return stringify({
    profile: { default: {}, ...others, [profile]: dropUnset(settings) },
    ...(reach ? { rpc_endpoints: reach.endpoints } : {}),
  })
}

/** Permissions on paths inside the project: nothing else exists where a slice runs. */
export function shippedPermissions(config: FoundryConfig): ShippedPermission[] {
  return config.fs_permissions
    .map(({ access, path }) => ({ access, path: normalize(path) }))
    .filter(({ path }) => !isAbsolute(path) && path !== '..' && !path.startsWith('../'))
}

/** What a maintainer should know of how the project's settings were treated. Values are never shown: they may be secrets. */
export function configNotes(config: FoundryConfig): ProjectNote[] {
  const notes: ProjectNote[] = []
  const say = (kind: ProjectNote['kind'], text: string): void => void notes.push({ kind, text })
  if (config.ffi)
    say(
      'ffi-on',
      'foundry.toml turns on ffi: it stays off on workers. Tests that call it run on this machine only, in the sandbox, without a network.',
    )
  const permissions = config.fs_permissions.filter(({ access, path }) => !(access === 'read' && path === config.out))
  if (permissions.length > 0)
    say(
      'fs-permissions',
      `foundry.toml lets tests reach files (${permissions.map(({ access, path }) => `${String(access)} ${path}`).join(', ')}): readable files inside the project ship, writing is not possible in slices.`,
    )
  for (const kind of ['fuzz', 'invariant'] as const)
    if (isSet(config[kind].timeout))
      say('timeout-neutralised', `The timeout in [${kind}] is by the clock: slices are bounded by runs instead.`)
  const stripped = STRIPPED_KEYS.filter((key) => isSet(config[key]) && !isEmpty(config[key]))
  if (stripped.length > 0)
    say('setting-stripped', `Not shipped, because they may hold secrets: ${stripped.join(', ')}.`)
  return notes
}

function campaign(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).filter(([key, value]) => isSet(value) && !CAMPAIGN_KEYS_DROPPED.has(key)),
  )
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/** TOML has no null. */
function dropUnset(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(isSet).map(dropUnset)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => isSet(item))
      .map(([key, item]) => [key, dropUnset(item)]),
  )
}
