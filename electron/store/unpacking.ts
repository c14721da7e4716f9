import { basename } from 'node:path'

/** Names of folders a restored store is unpacked into, beside the one it will replace. */
export const unpackingPrefix = (storeFile: string): string => `${basename(storeFile).replace(/\.dwk$/, '')}-还原中-`
