import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotation } from './annotate.ts'
import { jobLog } from './jobLog.ts'

/** The commands that a runner would carry out: it listens until it is told to stop, and again from the token on. */
function obeyed(log: string): string[] {
  const commands: string[] = []
  let token: string | undefined
  for (const line of log.split(/\r\n|\r|\n/).map((text) => text.trimStart())) {
    if (token !== undefined) {
      if (line === `::${token}::`) token = undefined
    } else if (line.startsWith('::stop-commands::')) token = line.slice('::stop-commands::'.length)
    else if (line.startsWith('::') || line.includes('##[')) commands.push(line)
  }
  return commands
}

test('whatever is said, no line of it is obeyed', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '::error::x',
      '\n::set-output name=a::b',
      '\r::add-mask::1',
      '::stop-commands::t',
      '##[error]x',
      '  ::warning::x',
    ),
  )
  fc.assert(
    fc.property(fc.array(hostile), (texts) => {
      let written = ''
      const log = jobLog((text) => (written += text), 'secret-token')
      for (const text of texts) log.say(text)
      log.command('::notice::ours')
      expect(obeyed(written)).toEqual(['::notice::ours'])
    }),
  )
})

test('commands between texts are obeyed, and after the end the runner listens again', () => {
  let written = ''
  const log = jobLog((text) => (written += text), 'token')
  log.say('one')
  log.say('two')
  log.command('::group::three')
  log.say('four\u001b[31m\u0007')
  log.close()
  log.close()
  expect(written).toBe(
    '::stop-commands::token\none\ntwo\n::token::\n::group::three\n::stop-commands::token\nfour\n::token::\n',
  )
})

test('an annotation keeps what it is told to its one line', () => {
  expect(annotation('error', 'a,b: c\n::x', '50% done\r\n::error::y')).toBe(
    '::error title=a%2Cb%3A c%0A%3A%3Ax::50%25 done%0D%0A::error::y',
  )
})
