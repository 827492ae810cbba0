/**
 * When this process is root, sandboxed programs run under user ids of this range: root is exempt from process limits and
 * may read everything. systemd's list of ids leaves 60578 to 61183 to nobody (systemd.io/UIDS-GIDS).
 */
export const UNPRIVILEGED_UID_FIRST = 60_578
export const UNPRIVILEGED_UID_COUNT = 600

/** The one group of all sandboxed programs: it may pass through sandbox roots, where other users of the machine may not. */
export const UNPRIVILEGED_GID = 61_183
