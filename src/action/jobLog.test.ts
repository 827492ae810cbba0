import fc from 'fast-check'
import { expect, test } from 'vitest'
import { obeyedCommands } from '../../test/servers/githubRunner.ts'
import { jobLog } from './jobLog.ts'

test('whatever is said, no line of it is obeyed', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '::error::x',
      '\n::set-output name=a::b',
      '\r::add-mask::1',
      '::stop-commands::t',
      '::secret-toke::',
      '  ::warning::x',
      '\u2028::error::x',
    ),
  )
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 6 }), (texts) => {
      let written = ''
      const log = jobLog((text) => (written += text), 'secret-token')
      for (const text of texts) log.say(text)
      log.command('::notice::ours')
      expect(obeyedCommands(written)).toEqual([{ name: 'notice', properties: {}, message: 'ours' }])
    }),
  )
})

test('commands between texts are obeyed, and after the end the runner listens again', () => {
  let written = ''
  const log = jobLog((text) => (written += text), 'token')
  log.say('one')
  log.say('two')
  log.command('::notice::three')
  log.say('four\u001b[31m\u0007')
  log.close()
  log.close()
  expect(written).toBe(
    '::stop-commands::token\none\ntwo\n::token::\n::notice::three\n::stop-commands::token\nfour\n::token::\n',
  )
})
