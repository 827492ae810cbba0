import { expect, test } from 'vitest'
import { zPlan } from '../campaign/plan.ts'
import { planCampaign } from '../campaign/planCampaign.ts'
import { planInput, timedTarget } from '../campaign/planInput.fixture.ts'
import { toWire } from '../protocol/primitives.ts'
import { planSchema, reportSchema } from './jsonSchemas.ts'
import { sampleReport } from './report.fixture.ts'
import { zReport } from './report.ts'

/** All schemas inside a schema, with where they stand. */
function* nodes(schema: unknown, at = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof schema !== 'object' || schema === null) return
  if (!Array.isArray(schema)) yield [at, schema as Record<string, unknown>]
  for (const [key, value] of Object.entries(schema)) yield* nodes(value, `${at}/${key}`)
}

test.each([
  ['report', reportSchema()],
  ['plan', planSchema()],
])('the schema of the %s leaves nothing open', (_name, schema) => {
  for (const [at, node] of nodes(schema)) {
    if (/\/(properties|propertyNames)$/.test(at)) continue
    expect([at, Object.keys(node).length > 0]).toEqual([at, true])
    if (node.type === 'object' && node.properties) expect([at, node.additionalProperties]).toEqual([at, false])
  }
})

test('money is a decimal string in the schema, as it is on the wire', () => {
  const money = [...nodes(reportSchema())].find(([at]) => at.endsWith('/paidUnits'))?.[1]
  expect(money).toEqual({
    type: 'string',
    pattern: '^(0|[1-9][0-9]{0,38})$',
    description: 'Smallest units of the token, as a decimal number',
  })
  expect(JSON.parse(toWire(sampleReport)).money.paidUnits).toBe('80000')
})

test('report and plan come back from the wire as they were', () => {
  const plan = planCampaign(planInput([timedTarget(1, 'fuzz', 100)], { maxSpendUnits: 10n ** 30n }))
  expect(zReport.parse(JSON.parse(toWire(sampleReport)))).toEqual(sampleReport)
  expect(zPlan.parse(JSON.parse(toWire(plan)))).toEqual(plan)
})
