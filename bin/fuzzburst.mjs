#!/usr/bin/env node
import { withNode24 } from './withNode24.mjs'

await withNode24(import.meta.url, '../src/cli/main.ts')
