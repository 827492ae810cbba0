import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { z } from 'zod'
import { requestHeaders } from '../protocol/requestSignature.ts'

type JsonSchema = Record<string, unknown>

/** A zod schema as JSON Schema of what is on the wire: before parsing, in both directions. */
function wireSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-2020-12',
    override({ zodSchema, jsonSchema }) {
      const { def } = zodSchema._zod
      // Inside, units may be bigints; on the wire they are decimal strings only.
      if (def.type === 'union' && Array.isArray(jsonSchema.anyOf))
        jsonSchema.anyOf = jsonSchema.anyOf.filter((option) => Object.keys(option).length > 0)
    },
  }) as JsonSchema
}

function convert(schema: unknown): unknown {
  return schema instanceof z.ZodType ? wireSchema(schema) : schema
}

/** The OpenAPI document of all routes, from the schemas that the routes parse with. */
export function describeRoutes(version: string): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Fuzzburst relay',
        version,
        description: `Signed requests carry the headers ${Object.values(requestHeaders).join(', ')}.`,
        license: { name: 'MIT' },
      },
    },
    transform: ({ schema, url }) => {
      const { body, params, querystring, response, ...rest } = (schema ?? {}) as Record<string, unknown>
      const converted: JsonSchema = { ...rest }
      for (const [name, part] of Object.entries({ body, params, querystring }))
        if (part !== undefined) converted[name] = convert(part)
      if (response !== null && typeof response === 'object')
        converted.response = Object.fromEntries(
          Object.entries(response).map(([status, part]) => [status, convert(part)]),
        )
      return { schema: converted, url }
    },
  }
}
