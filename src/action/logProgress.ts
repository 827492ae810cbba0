import { type BurstProgress, renderProgress } from '../report/progress.ts'

/** Progress as lines of a log, which cannot be redrawn: one when the phase changes, and one for each tenth of the shards. */
export function logProgress(say: (line: string) => void): (progress: BurstProgress) => void {
  let last = ''
  return (progress) => {
    const tenth = progress.shards === 0 ? 0 : Math.floor((10 * progress.shardsDone) / progress.shards)
    const state = `${progress.phase} ${tenth} ${progress.findings}`
    if (state === last) return
    last = state
    for (const line of renderProgress(progress, { live: false, width: 120 })) say(line)
  }
}
