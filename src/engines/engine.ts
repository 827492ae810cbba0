import type { Finding } from '../protocol/finding.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import type { Invocation, PinnedProgram } from '../protocol/shardSpec.ts'
import type { SliceLimits } from '../protocol/sliceLimits.ts'
import type { SliceResult } from '../protocol/sliceResult.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'

export type TargetKind = 'fuzz' | 'invariant'

/** One property under test. */
export interface Target {
  /** `test/Vault.t.sol:VaultTest:testFuzz_deposit(uint256)`: stable over runs, unique in a project. Untrusted text. */
  readonly id: string
  readonly kind: TargetKind
  /** Source file relative to the project's root. */
  readonly path: string
  readonly contract: string
  /** Signature of the test function. */
  readonly test: string
  /** Line of the function in `path`, from 1; null when the source does not show it. */
  readonly line: number | null
  /** Inline configuration beats every other setting: what this test will really run, when it says so. */
  readonly inline: { readonly runs: number | null; readonly depth: number | null }
}

/** A target that must run on the runner for now, and why. */
export interface RunnerOnlyTarget {
  readonly target: Target
  readonly why: 'fork' | 'ffi'
}

/** Something the report should say about the project, in words for its maintainer. */
export interface ProjectNote {
  readonly kind:
    | 'ffi-on'
    | 'fs-permissions'
    | 'forge-version'
    | 'unit-test-failed'
    | 'unit-test-skipped'
    | 'timeout-neutralised'
    | 'inline-budget'
    | 'setting-stripped'
    | 'legacy-test-fail'
    | 'reach'
    | 'other'
  readonly text: string
}

/** A chain endpoint that the project names. Its URL often holds a key: it is never shown, stored or shipped. */
export interface RpcEndpoint {
  /** The project's alias, or the environment variable that holds the URL. Shown. Untrusted text. */
  readonly name: string
  readonly url: string
}

/**
 * What targets may reach that run on the requester's own machine, and no other: chains through a proxy, programs of the
 * system. Nothing of it ships.
 */
export interface ProjectReach {
  /** The project lets its tests start programs (`ffi = true`). */
  readonly programs: boolean
  readonly endpoints: readonly RpcEndpoint[]
  /** Endpoints that the project names without a URL that can be used here, with the reason, in words. */
  readonly unusable: readonly string[]
  /** Environment that such targets see besides. `urls`: what stands for each endpoint, by name. */
  env(urls: ReadonlyMap<string, string>): Record<string, string>
  /** Files of the project with other contents where such targets run, by path relative to root. */
  files(allow: { readonly programs: boolean; readonly urls: ReadonlyMap<string, string> }): BuiltProject['replaced']
}

/** A project that the pinned engine has built. Its files ship as layers; see `src/bundle`. */
export interface BuiltProject {
  readonly engine: 'forge'
  /** Absolute path of the project's root. */
  readonly root: string
  readonly profile: string
  /** Allowlisted result-affecting settings from the environment, ready for the invocation. */
  readonly env: Readonly<Record<string, string>>
  /** Paths relative to root that a slice needs, by layer. Directories are not listed, only files. */
  readonly files: {
    readonly dependencies: readonly string[]
    readonly project: readonly string[]
    readonly artifacts: readonly string[]
  }
  /**
   * Files that ship with other contents than they have on disk (a configuration without secrets, a stub compiler),
   * by path relative to root. Part of the `project` layer.
   */
  readonly replaced: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly executable: boolean }>
  /** Folders outside of `root` in which files above may end by a link: the rest of a monorepo. Absolute. */
  readonly linkRoots?: readonly string[]
  /** Files above that the compiler read as sources: links of theirs may lead anywhere below `top`, their repository. */
  readonly linkedSources?: { readonly top: string; readonly paths: ReadonlySet<string> }
  readonly reach: ProjectReach
  /** What was left out on purpose and why: shown by `fuzzburst plan`. */
  readonly withheld: readonly { readonly path: string; readonly why: string }[]
  readonly notes: readonly ProjectNote[]
  /** Version of the `forge` on the user's PATH, for the report; null when there is none. */
  readonly userForgeVersion: string | null
}

export interface BuildRequest {
  readonly root: string
  readonly profile?: string
  /** Path or version of solc to build with, when not the project's own setting. */
  readonly solc?: string
  /** The user's environment, from which an allowlist is taken. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly onProgress?: (line: string) => void
  readonly signal?: AbortSignal
}

export interface Discovery {
  readonly targets: readonly Target[]
  readonly runnerOnly: readonly RunnerOnlyTarget[]
  /** Names of tests that are not fuzzed (no parameters, not invariants), as target ids. */
  readonly unitTests: readonly string[]
  readonly notes: readonly ProjectNote[]
}

/**
 * What calibration measured of one target, in whole microseconds. Stored, and an input of the plan, so that the plan
 * itself measures nothing.
 */
export interface TargetCalibration {
  readonly target: string
  /** CPU time of one run (one input, or one sequence of the project's depth). */
  readonly microsPerRun: number
  /** Calls or inputs that one run executes. */
  readonly executionsPerRun: number
  /** Its digest did not depend on the budget: see trust.md, "Evidence must cost the work". */
  readonly lowEntropy: boolean
}

export interface Calibration {
  readonly v: 1
  readonly engine: Bytes32
  /** CPU time from start to the first test, in microseconds. */
  readonly startMicros: number
  readonly invariantDepth: number
  readonly targets: readonly TargetCalibration[]
}

/** Where slices run: an unpacked bundle under a sandbox root, and the sandbox. */
export interface Workbench {
  readonly sandbox: Sandbox
  /** `/tmp/fbXXXXXX/project`: the layers unpacked; never written to while slices run. */
  readonly projectDir: string
}

/** What one invocation shall run; the engine turns it into its own words. */
export interface InvocationRequest {
  readonly kind: TargetKind
  /** Ordered by id, by UTF-16 code units. */
  readonly targets: readonly Target[]
  /** Runs of each target in one slice, where inline configuration does not say otherwise. */
  readonly runs: number
  readonly invariantDepth: number
  readonly corpus: boolean
  readonly profile: string
  readonly env: Readonly<Record<string, string>>
  /** Everything that was discovered: what a group leaves out still feeds the engine's dictionary. */
  readonly all?: Pick<Discovery, 'targets' | 'runnerOnly' | 'unitTests'>
}

export interface SliceRequest extends Workbench {
  readonly invocation: Invocation
  readonly limits: SliceLimits
  readonly seed: Bytes32
  /** Host directory with the input corpus; null when there is none. */
  readonly corpusDir: string | null
  /** Host directory to which the corpus that the slice leaves is copied. Untrusted files. */
  readonly keepCorpus?: string
  readonly signal?: AbortSignal
}

export interface SliceRun {
  readonly result: SliceResult
  /** Digest over the corpus that the slice left; zero when it keeps none. */
  readonly corpusDigest: Bytes32
  readonly cpuSeconds: number
  readonly wallSeconds: number
  /** Tail of what the engine printed besides its result. Untrusted. */
  readonly log: string
}

export interface ReplayRequest extends Workbench {
  readonly invocation: Invocation
  readonly target: Target
  readonly finding: Finding
  /** Only whether it fails: no trace and no location, which cost two more processes. */
  readonly brief?: boolean
  readonly signal?: AbortSignal
}

/** A file that a change touches. */
export interface ChangedFile {
  /** Relative to the project's root, with `/`; what lies outside of it starts with `../`. Untrusted text. */
  readonly path: string
  /** `edited` covers added files. */
  readonly kind: 'edited' | 'deleted' | 'submodule'
}

/** Sources that a change can affect, itself included; or all of them, and why that cannot be told better. */
export type Affected =
  | { readonly kind: 'affected'; readonly paths: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly why: string }

/** One execution of a finding's input. */
export interface Replay {
  readonly reproduced: boolean
  /** The engine's reason in this replay. Untrusted. */
  readonly reason: string
  /** The engine's trace of the failing execution, as text. Untrusted. */
  readonly trace: string
  /** Where the property or the call reverted in the project's sources, when the trace and the sources tell. */
  readonly location: { readonly path: string; readonly line: number } | null
}

/** A repro test that was compiled and seen to fail. */
export interface ReproTest {
  /** File name for `repro/`, and for the project's test folder. */
  readonly fileName: string
  readonly source: string
  /** The command that was run and failed as it should, as argument list. */
  readonly command: readonly string[]
}

export interface ReproRequest {
  readonly project: BuiltProject
  readonly target: Target
  readonly finding: Finding
  /** As in the build. */
  readonly build: BuildRequest
  readonly sandbox: Sandbox
}

/** What a fuzzer must be able to do to take part in a burst. Echidna and Medusa will be further implementations. */
export interface Engine {
  readonly name: 'forge'
  readonly program: PinnedProgram
  /** Builds with the project's settings and the pinned engine. @throws coded errors: no project, compile error, no compiler. */
  build(request: BuildRequest): Promise<BuiltProject>
  /** Lists targets. @throws when there is none. */
  discover(project: BuiltProject): Promise<Discovery>
  /** Which sources of a built project a change can affect. */
  affected(project: BuiltProject, changed: readonly ChangedFile[]): Promise<Affected>
  /** Runs each target briefly and says what a run costs. */
  calibrate(
    request: Workbench & {
      targets: readonly Target[]
      env: Readonly<Record<string, string>>
      profile: string
      /** Times by the clock instead of CPU time: for targets that wait for a network. */
      byClock?: boolean
      onProgress?: (done: number, of: number) => void
      signal?: AbortSignal
    },
  ): Promise<Calibration>
  /** Runs the tests that are not fuzzed once, in the sandbox: a note for each that fails or is skipped. */
  runUnitTests(
    request: Workbench & {
      unitTests: readonly string[]
      env: Readonly<Record<string, string>>
      profile: string
      limits: SliceLimits
      signal?: AbortSignal
    },
  ): Promise<ProjectNote[]>
  /** The exact invocation for a group of targets. Pure. */
  invocation(request: InvocationRequest): Invocation
  /** Runs one slice. Never throws for what the slice does: that is its outcome. */
  runSlice(request: SliceRequest): Promise<SliceRun>
  /** Executes a finding's input once. */
  replay(request: ReplayRequest): Promise<Replay>
  /** Writes a Solidity test, compiles it and sees it fail; undefined when the input cannot be written as a test, with the reason. */
  writeRepro(request: ReproRequest): Promise<ReproTest | { readonly impossible: string }>
}
