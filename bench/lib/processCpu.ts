import { readFileSync } from 'node:fs'

/** Kernel ticks a second on Linux (sysconf(_SC_CLK_TCK) is 100 on every platform we run on). */
const TICKS_PER_SECOND = 100
/** Positions in /proc/PID/stat after the name: utime, stime, cutime, cstime (proc(5)). */
const FIELDS = [11, 12, 13, 14]

/** CPU seconds of a process and of all its children that have ended. */
export function processCpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return FIELDS.reduce((sum, at) => sum + Number(fields[at]), 0) / TICKS_PER_SECOND
}
