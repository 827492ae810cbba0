import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { sha256 } from '../protocol/digest.ts'
import { isFuzzburstError } from '../protocol/errors.ts'
import { toWire } from '../protocol/primitives.ts'
import { type Authenticated, authenticate } from './authenticate.ts'
import {
  DigestMismatch,
  NotFound,
  RelayError,
  RelayFault,
  RequestMalformed,
  RequestUnsigned,
  TooLarge,
  TooManyRequests,
} from './errors.ts'
import { relayMetrics } from './metrics.ts'
import { describeRoutes } from './openapi.ts'
import { blobRoutes } from './routes/blobRoutes.ts'
import { infoRoutes } from './routes/infoRoutes.ts'
import { jobRoutes } from './routes/jobRoutes.ts'
import { leaseRoutes } from './routes/leaseRoutes.ts'
import { publicationRoutes } from './routes/publicationRoutes.ts'
import { sponsorRoutes } from './routes/sponsorRoutes.ts'
import { transactionRoutes } from './routes/transactionRoutes.ts'
import { workerRoutes } from './routes/workerRoutes.ts'
import { tokenBucket } from './tokenBucket.ts'
import type { RelayWorld } from './world.ts'

/** Largest JSON body where a route says nothing else, in bytes. */
const BODY_LIMIT = 2 ** 20

/** The relay's Fastify instance: bodies and answers have the types of their zod schemas. */
export type RelayServer = FastifyInstance<
  import('node:http').Server,
  IncomingMessage,
  import('node:http').ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

declare module 'fastify' {
  interface FastifyRequest {
    authenticated: Authenticated | null
  }
  interface FastifyContextConfig {
    /** Routes are signed unless they say otherwise. */
    unsigned?: boolean
  }
}

/** Who sent a signed request. */
export function senderOf(request: FastifyRequest): Authenticated {
  if (request.authenticated === null) throw new RequestUnsigned('it has no signature')
  return request.authenticated
}

/** The HTTP side of a relay: signatures, limits, schemas, errors, and the routes. @param closing ends streams and waits */
export async function createServer(world: RelayWorld, version: string, closing: AbortSignal): Promise<RelayServer> {
  const server: RelayServer = Fastify({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    // Long-polls and event streams end with the relay, not the relay with them.
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>()
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(({ schema }) => writeAnswer(schema))
  server.decorateRequest('authenticated', null)
  readBodies(server)
  answerErrors(server, world)
  authenticateRequests(server, world)
  const metrics = relayMetrics(world)
  server.addHook('onResponse', async (request, reply) => {
    metrics.request(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1_000)
    world.log.debug({ method: request.method, route: request.routeOptions.url, status: reply.statusCode }, 'request')
  })
  await server.register(swagger, describeRoutes(version))
  await server.register(async (scope) => {
    const routes = scope.withTypeProvider<ZodTypeProvider>()
    infoRoutes(routes, world, version, metrics)
    blobRoutes(routes, world)
    jobRoutes(routes, world, closing)
    publicationRoutes(routes, world)
    workerRoutes(routes, world)
    leaseRoutes(routes, world, closing)
    transactionRoutes(routes, world)
    sponsorRoutes(routes, world)
  })
  return server
}

function readBodies(server: RelayServer): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (request.authenticated && sha256(body) !== request.authenticated.bodyDigest) throw new DigestMismatch()
      try {
        return JSON.parse(body.toString('utf8'))
      } catch (cause) {
        throw new RequestMalformed('body', 'it is not JSON', cause)
      }
    },
  )
  // Blobs are streamed: whoever takes them checks digest and length.
  server.addContentTypeParser('application/octet-stream', async (_request: FastifyRequest, body: Readable) => body)
}

/** Parsed on the way out too: nothing leaves that is not in the schema, and no row that has gone wrong. */
function writeAnswer(schema: unknown): (value: unknown) => string {
  return (value) => toWire(schema instanceof z.ZodType ? schema.parse(value) : value)
}

/** Digest of no bytes at all: what a request without a body signs. */
const EMPTY = sha256(new Uint8Array())

function authenticateRequests(server: RelayServer, world: RelayWorld): void {
  const limits = tokenBucket(world.limits.requestsPerSecond, world.limits.requestsAtOnce)
  server.addHook('onRequest', async (request) => {
    if (request.is404) return
    const caller = request.routeOptions.config.unsigned
      ? request.ip
      : await authenticate(world, {
          method: request.method,
          path: request.raw.url ?? '',
          headers: request.headers,
        }).then((authenticated) => {
          request.authenticated = authenticated
          return authenticated.session
        })
    if (!limits.take(caller, world.clock.nowMs())) throw new TooManyRequests()
  })
  server.addHook('preValidation', async (request) => {
    const { authenticated, body } = request
    if (authenticated && body === undefined && authenticated.bodyDigest !== EMPTY) throw new DigestMismatch()
  })
}

function answerErrors(server: RelayServer, world: RelayWorld): void {
  server.setNotFoundHandler(() => {
    throw new NotFound('route')
  })
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, coded } = codedError(error, request)
    if (coded.fault === 'ours')
      world.log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'request failed')
    else world.log.info({ code: coded.code, route: request.routeOptions.url }, 'refused')
    const { code, fault, summary, steps } = coded
    void reply.code(status).type('application/json').send(toWire({ code, fault, summary, steps }))
  })
}

function codedError(error: FastifyError, request: FastifyRequest) {
  if (error instanceof RelayError) return { status: error.status, coded: error }
  // The escrow's own words: the chain is away (worth a retry), or it would refuse.
  if (isFuzzburstError(error)) {
    const faulty = error.fault === 'user' ? 409 : error.fault === 'pool' ? 503 : 500
    return { status: faulty, coded: error }
  }
  const coded = malformed(error, request) ?? new RelayFault(error)
  return { status: coded.status, coded }
}

function malformed(error: FastifyError, request: FastifyRequest): RelayError<string> | undefined {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issue = error.validation[0]
    const where = `${error.validationContext ?? 'body'}${issue?.instancePath.replaceAll('/', '.') ?? ''}`
    return new RequestMalformed(where.slice(0, 200), (issue?.message ?? 'wrong form').slice(0, 200), error)
  }
  if (error.statusCode === 413) {
    const length = Number(request.headers['content-length'] ?? 0)
    return new TooLarge('request', length, request.routeOptions.bodyLimit ?? BODY_LIMIT, error)
  }
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new RequestMalformed('request', error.code.toLowerCase().replaceAll('_', ' '), error)
  return undefined
}
