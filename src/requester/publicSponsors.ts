/**
 * Relays whose sponsors this version knows: an Action that is told of no pool asks the first one. Empty until one is run in
 * public; a workflow or an organisation names its own in the variable {@link SPONSOR_VARIABLE}.
 */
const publicSponsors: readonly string[] = []

/** Environment variable with the address of a sponsor's relay. */
export const SPONSOR_VARIABLE = 'FUZZBURST_SPONSOR'

/** The relay to ask for a free burst, if any is known. */
export function sponsorRelay(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = env[SPONSOR_VARIABLE]?.trim()
  return named ? named : publicSponsors[0]
}
