import { DefaultArtifactClient } from '@actions/artifact'
import { restoreCache, saveCache } from '@actions/cache'

// GitHub's clients for caches and artifacts bring megabytes. They are bundled as a file of their own that is loaded when
// it is needed, so that the Action starts without them.

/** GitHub's storage for workflow runs. */
export const storage = { restoreCache, saveCache, artifacts: () => new DefaultArtifactClient() }
