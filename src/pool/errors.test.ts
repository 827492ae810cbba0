import { expect, test } from 'vitest'
import { formatError } from '../protocol/errors.ts'
import { BlobAltered, NotARelay, RelayRefused, RelayUnreachable } from './errors.ts'

test('every failure to reach or trust a relay says what happened and what to do', () => {
  const refusal = { status: 409, code: 'FB3016', fault: 'user', summary: 'Blobs lack.', steps: ['Upload.'] } as const
  for (const error of [
    new RelayUnreachable('http://relay.test', 'connection refused'),
    new NotARelay('http://relay.test', 'its answer is not JSON'),
    new RelayRefused(refusal),
    new BlobAltered('0xaa', 'their digest is 0xbb'),
  ])
    expect(formatError(error)).toMatchSnapshot(error.code)
})
