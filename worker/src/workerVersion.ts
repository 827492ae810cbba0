import manifest from '../package.json' with { type: 'json' }

/** Version of this worker. */
export const workerVersion: string = manifest.version
