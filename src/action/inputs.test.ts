import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readActionFields } from '../../scripts/actionYaml.ts'
import { withOptionTables, withTables } from '../../scripts/readmeTables.ts'
import { formatError, isFuzzburstError } from '../protocol/errors.ts'
import { actionInputs, readInputs } from './inputs.ts'

const root = path.resolve(import.meta.dirname, '../..')
const key = `0x${'ab'.repeat(32)}`

const read = (inputs: Record<string, string>) => {
  const masked: string[] = []
  const readIt = () =>
    readInputs(
      (name) => inputs[name] ?? '',
      (secret) => masked.push(secret),
    )
  return { masked, readIt }
}

test('a key that is none is masked before it is refused, and its text is in no message', () => {
  const { masked, readIt } = read({ key: 'hunter2 hunter2' })
  let message = ''
  try {
    readIt()
  } catch (error) {
    if (isFuzzburstError(error)) message = formatError(error)
  }
  expect(masked).toEqual(['hunter2 hunter2'])
  expect(message).toMatchInlineSnapshot(`
    "error FB7003: The input \`key\` is no private key: it has 15 characters.

      - Store the key as 0x and 64 hex digits in a secret, without quotes or line breaks.
      - Pass it as \`key: \${{ secrets.FUZZBURST_KEY }}\`.

      More: docs/errors.md#fb7003"
  `)
})

test('a key is masked with and without its 0x, since either form gives it away', () => {
  const { masked, readIt } = read({ key })
  expect(readIt().spenderKey).toBe(key)
  expect(masked).toEqual([key, key.slice(2)])
})

test('an empty input is one that was not given', () => {
  const { readIt } = read({ 'max-time': '', relay: ' ', key: '' })
  expect(readIt()).toEqual({
    workingDirectory: '.',
    token: null,
    findings: 'public',
    findingsKey: null,
    findingsSecret: null,
    advisoriesToken: null,
    targets: 'auto',
    mode: 'auto',
    issues: true,
    workflow: 'fuzz.yml',
    cache: true,
    spenderKey: null,
    options: {},
  })
})

test('inputs have the shape of fuzzburst.toml', () => {
  const { readIt } = read({ 'max-time': ' 10m ', relay: 'https://relay.example', 'working-directory': 'contracts' })
  expect(readIt()).toEqual({
    workingDirectory: 'contracts',
    token: null,
    findings: 'public',
    findingsKey: null,
    findingsSecret: null,
    advisoriesToken: null,
    targets: 'auto',
    mode: 'auto',
    issues: true,
    workflow: 'fuzz.yml',
    cache: true,
    spenderKey: null,
    options: { 'max-time': '10m', pool: { relay: 'https://relay.example' } },
  })
})

test('action.yml, the schema and the pages for users name the same inputs', () => {
  const yaml = readFileSync(path.join(root, 'action.yml'), 'utf8')
  expect(
    readActionFields(yaml)
      .inputs.map((field) => field.name)
      .sort(),
  ).toEqual([...actionInputs].sort())
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
  expect(withTables(readme, yaml)).toBe(readme)
  const configuration = readFileSync(path.join(root, 'docs', 'configuration.md'), 'utf8')
  expect(withOptionTables(configuration)).toBe(configuration)
})
