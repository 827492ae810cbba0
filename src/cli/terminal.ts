import { guardLog } from '../report/guardLog.ts'
import { type BurstProgress, renderProgress } from '../report/progress.ts'
import { visibleLines } from '../report/visibleText.ts'

/** Least milliseconds between two progress lines where there is no terminal to redraw. */
const PLAIN_INTERVAL_MS = 5_000

/** Writes what people read to standard error, so that standard output holds results only. */
export interface Terminal {
  progress(progress: BurstProgress): void
  say(line: string): void
  /** Leaves the last progress line standing. */
  end(): void
}

/** @param stream where people look; redraws in place when it is a terminal */
export function openTerminal(stream: NodeJS.WriteStream): Terminal {
  const redraw = stream.isTTY === true && process.env.CI === undefined
  let drawn = 0
  let lastPlain = 0
  let lastText = ''
  const clear = (): void => {
    if (drawn > 0) stream.write(`\u001b[${drawn}A\u001b[J`)
    drawn = 0
  }
  return {
    progress(progress) {
      const lines = renderProgress(progress, { live: redraw, width: stream.columns ?? 100 })
      const text = lines.join('\n')
      if (redraw) {
        clear()
        stream.write(`${text}\n`)
        drawn = lines.length
        return
      }
      if (text === lastText || performance.now() - lastPlain < PLAIN_INTERVAL_MS) return
      lastPlain = performance.now()
      lastText = text
      stream.write(`${text}\n`)
    },
    say(line) {
      clear()
      for (const text of visibleLines(line)) stream.write(`${guardLog(text)}\n`)
    },
    end() {
      drawn = 0
    },
  }
}
