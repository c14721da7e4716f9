/** Minutes without use after which the L3 password is asked for again. 拟. */
export const sealMinutes = 10

/**
 * How the L3 level stands: `set` once a password was chosen; `open` while it is in force for the one at the keyboard;
 * `waitUntil` after too many wrong ones, ISO time, null when it may be tried.
 */
export type SealState = { set: boolean; open: boolean; waitUntil: string | null }
