import { z } from 'zod'
import { zPlan } from '../campaign/plan.ts'
import { zUnits } from '../protocol/primitives.ts'
import { zReport } from './report.ts'

/** JSON Schema dialect of the published documents. */
const DIALECT = 'draft-2020-12'

function publish(schema: z.ZodType, id: string, title: string): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: DIALECT,
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== (zUnits as unknown)) return
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
      Object.assign(jsonSchema, {
        type: 'string',
        pattern: '^(0|[1-9][0-9]{0,38})$',
        description: 'Smallest units of the token, as a decimal number',
      })
    },
  })
  return { $schema, $id: id, title, ...rest }
}

/** JSON Schema of `report.json` and `fuzzburst run --json`, as the document stands on the wire. */
export function reportSchema(): Record<string, unknown> {
  return publish(zReport, 'fuzzburst/report.v1.json', 'Fuzzburst report, version 1')
}

/** JSON Schema of `fuzzburst plan --json`, as the document stands on the wire. */
export function planSchema(): Record<string, unknown> {
  return publish(zPlan, 'fuzzburst/plan.v1.json', 'Fuzzburst plan, version 1')
}
