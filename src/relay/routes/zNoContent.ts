import { z } from 'zod'

/** The body of a 204: none. */
export const zNoContent = z.undefined().describe('Done; no content.')
