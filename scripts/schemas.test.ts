import { expect, test } from 'vitest'
import { publishedSchemas, staleSchemas } from './schemas.ts'

test('a schema that is missing or differs is stale, one that is equal is not', () => {
  const schemas = publishedSchemas()
  expect(staleSchemas(() => undefined)).toEqual([...schemas.keys()])
  expect(staleSchemas((file) => (file.includes('plan') ? `${schemas.get(file)} ` : schemas.get(file)))).toEqual([
    'schemas/plan.v1.json',
  ])
  expect(staleSchemas((file) => schemas.get(file))).toEqual([])
})

test('what is published is what would be parsed', () => {
  for (const text of publishedSchemas().values()) expect(JSON.parse(text)).toHaveProperty('$schema')
})
