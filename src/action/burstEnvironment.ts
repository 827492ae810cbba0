/** What the runner itself puts there: inputs (the key among them), its tokens, its files. No project needs any of it to build. */
const RUNNER_ONLY =
  /^(INPUT_|STATE_|ACTIONS_|GITHUB_(TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$|RUNNER_(TEMP|TRACKING_ID)$)/

/** The job's environment without what belongs to the runner alone. */
export function burstEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !RUNNER_ONLY.test(name)))
}
