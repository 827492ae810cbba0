import { FuzzburstError } from '../../protocol/errors.ts'

/** Longest tail of a tool's own words in an error, in characters. */
const DETAIL_LIMIT = 8_000

function tail(text: string): string {
  const clean = text.toWellFormed().trim()
  return clean.length > DETAIL_LIMIT ? `[...]\n${clean.slice(-DETAIL_LIMIT)}` : clean
}

function head(text: string): string {
  const clean = text.toWellFormed().trim()
  return clean.length > DETAIL_LIMIT ? `${clean.slice(0, DETAIL_LIMIT)}\n[...]` : clean
}

/** There is no foundry.toml where the burst was asked to look, nor above it. */
export class NoFoundryProject extends FuzzburstError<'FB1001'> {
  constructor(lookedIn: string) {
    super('FB1001', {
      fault: 'user',
      summary: `No Foundry project here: there is no foundry.toml in ${lookedIn} or in any folder above it.`,
      steps: [
        'Run fuzzburst in the folder of your foundry.toml, or name it with `--root` (input `root` of the Action).',
        'To start a project: `forge init`.',
      ],
    })
  }
}

/** Words of a compiler that ended without an answer: Node.js running a WASM build of it, or a signal. */
const COMPILER_CRASHED = /RuntimeError: |JavaScript heap out of memory|solc exited with signal/

/** The project does not compile. */
export class CompileFailed extends FuzzburstError<'FB1002'> {
  constructor(output: string) {
    super('FB1002', {
      fault: 'user',
      summary: 'The project does not compile.',
      detail: head(output),
      steps: [
        COMPILER_CRASHED.test(output)
          ? 'The compiler itself crashed. If it is the WebAssembly one (npm `solc`), the project may be too large for it: use a native solc.'
          : 'Fix what the compiler says above; `forge build` shows the same.',
        'If a dependency is missing: `forge install`, `git submodule update --init --recursive`, or `npm ci`.',
      ],
    })
  }
}

/** The project has nothing to fuzz. */
export class NoFuzzTests extends FuzzburstError<'FB1003'> {
  constructor(unitTests: number) {
    super('FB1003', {
      fault: 'user',
      summary: `The project has no fuzz or invariant test (${unitTests} unit test${unitTests === 1 ? '' : 's'} found).`,
      steps: [
        'Give a test function parameters (`function testFuzz_deposit(uint256 amount)`): it becomes a fuzz test.',
        'Or write a function whose name starts with `invariant_`.',
        'If there are such tests: check `test`, `match_*` and `no_match_*` in foundry.toml.',
      ],
    })
  }
}

/** forge could not get the Solidity compiler that the project asks for. */
export class NoCompiler extends FuzzburstError<'FB1004'> {
  constructor(wanted: string, output: string) {
    super('FB1004', {
      fault: 'user',
      summary: `forge could not get the Solidity compiler of this project (${wanted}).`,
      detail: tail(output),
      steps: [
        'Connect to the internet once, so that forge can download it, or run `forge build` yourself first.',
        'Or name a compiler that is installed: `--solc <path>` (or FOUNDRY_SOLC).',
        'Without any: `npm install solc`, and its wrapper `scripts/solc.mjs` of fuzzburst as `--solc`.',
      ],
    })
  }
}

/** foundry.toml cannot be read, or names a profile that is not there. */
export class BadFoundryConfig extends FuzzburstError<'FB1005'> {
  constructor(output: string) {
    super('FB1005', {
      fault: 'user',
      summary: "forge cannot read the project's configuration.",
      detail: tail(output),
      steps: ['Fix foundry.toml; `forge config` shows the same message.', 'Check `--profile` and FOUNDRY_PROFILE.'],
    })
  }
}

/** The pinned forge is not available for this platform, or could not be fetched. */
export class NoForge extends FuzzburstError<'FB1006'> {
  constructor(platform: string, output: string) {
    super('FB1006', {
      fault: 'user',
      summary: `The pinned forge is not available on this machine (${platform}).`,
      ...(output === '' ? {} : { detail: tail(output) }),
      steps: [
        'Install the optional dependencies: `npm ci --include=optional`.',
        'Slices run on Linux x64; on other systems use the Action or a container.',
      ],
    })
  }
}

/** A binary at the pinned forge's place is another one. */
export class WrongForge extends FuzzburstError<'FB1007'> {
  constructor(path: string, want: string, have: string) {
    super('FB1007', {
      fault: 'user',
      summary: `The forge at ${path} is not the pinned one: its SHA-256 is ${have}, not ${want}.`,
      steps: ['Remove it and install again (`npm ci`).', 'If it comes back: report it; somebody changed the package.'],
    })
  }
}

/** The compiler read sources that lie outside the project's root, which cannot ship. */
export class OutsideProject extends FuzzburstError<'FB1008'> {
  constructor(root: string, paths: readonly string[]) {
    super('FB1008', {
      fault: 'user',
      summary: `The project compiles ${paths.length} source${paths.length === 1 ? '' : 's'} from outside of its folder ${root}.`,
      detail: paths.slice(0, 10).join('\n'),
      steps: [
        'Import them through a remapping in foundry.toml (`shared/=../../shared/`) instead of a relative path, or',
        'install the dependency inside the project (`forge install`, `npm install`), or',
        'move foundry.toml to a folder above all of them (a workspace root).',
      ],
    })
  }
}

/** forge printed something else than the result it was asked for. */
export class UnreadableOutput extends FuzzburstError<'FB5001'> {
  constructor(what: string, output: string) {
    super('FB5001', {
      fault: 'pool',
      summary: `forge's output cannot be read: ${what}.`,
      ...(output === '' ? {} : { detail: tail(output) }),
      steps: ['Run the burst again; if it stays, report it with the log.'],
    })
  }
}

/** forge ended without doing what it was asked on the requester's side (list, configuration). */
export class ForgeFailed extends FuzzburstError<'FB5002'> {
  constructor(what: string, output: string) {
    super('FB5002', {
      fault: 'user',
      summary: `forge could not ${what}.`,
      detail: tail(output),
      steps: [
        'Run the same with your own forge to see whether it is the project.',
        'If not: report it with this text.',
      ],
    })
  }
}

/** Calibration could not run the project's tests at all. */
export class CalibrationFailed extends FuzzburstError<'FB5003'> {
  constructor(what: string, output: string) {
    super('FB5003', {
      fault: 'user',
      summary: `The project's tests could not be timed: ${what}.`,
      ...(output === '' ? {} : { detail: tail(output) }),
      steps: [
        'Run `forge test` to see whether the tests run at all.',
        'If a limit was hit: raise it (`--memory`, `--cpu-seconds`), or make `setUp` cheaper.',
      ],
    })
  }
}
