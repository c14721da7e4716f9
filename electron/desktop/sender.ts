import type { IpcMainEvent } from 'electron'
import { pageOrigin } from './scheme.ts'

/** Whether a message comes from the main frame of our own page; nobody else may speak to the shell. */
export const isOurPage = ({ senderFrame }: Pick<IpcMainEvent, 'senderFrame'>): boolean =>
  senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${pageOrigin}/`)
