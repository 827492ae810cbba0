import { stripVTControlCharacters } from 'node:util'

/** The job's log: text that is only text, and commands that the runner carries out. */
export interface JobLog {
  /** Prints text as it is. Nothing in it, however a line begins, is taken for a command. */
  say(text: string): void
  /** Prints one workflow command. Its parts must be escaped already. */
  command(line: string): void
  /** Lets the runner listen to commands again; call before the process ends. */
  close(): void
}

/**
 * A log in which commands are stopped whenever text is printed. A line of a fuzzer's or a compiler's output that starts
 * with `::` would otherwise set outputs and annotations, or hide what follows it.
 * @param token unguessable: whoever knows it can start commands again
 */
export function jobLog(write: (text: string) => void, token: string): JobLog {
  let stopped = false
  const resume = (): void => {
    if (stopped) write(`::${token}::\n`)
    stopped = false
  }
  return {
    say(text) {
      if (!stopped) write(`::stop-commands::${token}\n`)
      stopped = true
      write(`${withoutControls(text)}\n`)
    },
    command(line) {
      resume()
      write(`${line.replaceAll(/[\r\n]/g, ' ')}\n`)
    },
    close: resume,
  }
}

/** Terminal escapes and other control characters do not belong in a log, and a carriage return can hide a line. */
function withoutControls(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/(?![\n\t])\p{Cc}/gu, '')
}
