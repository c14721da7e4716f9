import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from './workbook-reader.ts'

parentPort?.postMessage(await readWorkbook(workerData as Uint8Array))
