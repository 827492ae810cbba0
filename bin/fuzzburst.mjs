#!/usr/bin/env node
import { withNode24 } from './withNode24.mjs'

// The relay is a program of its own: two shells meet only below themselves.
const relay = process.argv[2] === 'relay'
await withNode24(import.meta.url, relay ? '../src/relay/main.ts' : '../src/cli/main.ts')
