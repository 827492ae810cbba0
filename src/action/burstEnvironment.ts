/** What the runner itself puts there: inputs (the key among them), its tokens, its files. No project needs any of it to build. */
const RUNNER_ONLY =
  /^(INPUT_|STATE_|ACTIONS_|GITHUB_(TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$|RUNNER_(TEMP|TRACKING_ID)$)/
/** What workflows call their secrets, their agents' sockets included. A compiler needs none of them. */
const SECRET = /KEY|TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|MNEMONIC|^SSH_AUTH_SOCK$/i

/**
 * The job's environment without what belongs to the runner alone and without what is named like a secret: the build runs
 * the compiler that the project names, with this environment.
 */
export function burstEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !RUNNER_ONLY.test(name) && !SECRET.test(name)))
}
