import programs from '../../dist/native/programs.json' with { type: 'json' }
import { type PinnedProgram, zPinnedProgram } from '../protocol/shardSpec.ts'

/**
 * The determinism shim, by its digest on each platform: part of every shard's specification, because its answers decide
 * results. Written by `npm run build:native`.
 */
export const shim: PinnedProgram = zPinnedProgram.parse(programs.shim)

/** The launcher, which confines, watches and ends sandboxed programs. It has no part in results. */
export const launcher: PinnedProgram = zPinnedProgram.parse(programs.launcher)

/** The instant at which the wall clock of a deterministic program stands: 2026-01-01T00:00:00Z, in Unix seconds. */
export const PINNED_CLOCK_SECONDS = 1_767_225_600
