#!/usr/bin/env node
import { withNode24 } from '../../bin/withNode24.mjs'

await withNode24(import.meta.url, '../src/main.ts')
