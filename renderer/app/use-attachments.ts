import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AttachmentRecord } from '../../shared/features/attachment/attachment.ts'
import { api, problemOfError } from '../api/client.ts'
import { putFile, type UploadStep } from './attachment-upload.ts'

/** A file on its way in, or one that was refused with its sentence, or one that is filed elsewhere too. */
export type Upload = {
  id: number
  name: string
  state: 'waiting' | UploadStep | 'refused' | 'twice'
  sentence: string
}

/** The name under which an account keeps whether originals are kept. */
const originals = { name: 'keep-original-photos' }

function useKeepOriginal() {
  const queries = useQueryClient()
  const kept = useQuery(api.draft.preference.queryOptions(originals))
  const save = useMutation(
    api.draft.savePreference.mutationOptions({
      onSettled: () => queries.invalidateQueries(api.draft.preference.queryFilter(originals))
    })
  )
  const keepOriginal = save.isPending ? save.variables.value === 'yes' : kept.data === 'yes'
  return {
    keepOriginal,
    setKeepOriginal: (wanted: boolean) => save.mutate({ ...originals, value: wanted ? 'yes' : 'no' })
  }
}

let lastId = 0

/** What a record carries, and the files that are being put to it, one after the other. */
export function useAttachments(record: AttachmentRecord, recordId: string) {
  const queries = useQueryClient()
  const list = useQuery(api.attachment.list.queryOptions({ record, id: recordId }))
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const { keepOriginal, setKeepOriginal } = useKeepOriginal()
  const change = (id: number, part: Partial<Upload>): void =>
    setUploads((old) => old.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const forget = (id: number): void => setUploads((old) => old.filter((one) => one.id !== id))
  /** Papers print the photos: they are set anew. */
  const refresh = async (): Promise<void> => {
    await queries.invalidateQueries(api.attachment.list.queryFilter())
    await queries.invalidateQueries({ queryKey: ['paper'] })
  }
  const putOne = async (file: File, id: number): Promise<void> => {
    try {
      const { name, alsoAt } = await putFile(file, { record, recordId, keepOriginal }, (state) => change(id, { state }))
      if (alsoAt.length === 0) forget(id)
      else change(id, { state: 'twice', sentence: `“${name}”已放入。同一个文件还放在：${alsoAt.join('；')}。` })
    } catch (error) {
      change(id, { state: 'refused', sentence: problemOfError(error).message })
    }
  }
  const put = async (files: readonly File[]): Promise<void> => {
    const queued = files.map((file) => {
      lastId += 1
      return { file, id: lastId }
    })
    const waiting = queued.map(({ file, id }) => ({ id, name: file.name, state: 'waiting' as const, sentence: '' }))
    setUploads((old) => [...old.filter(({ state }) => state !== 'refused' && state !== 'twice'), ...waiting])
    for (const { file, id } of queued) {
      await putOne(file, id)
      await refresh()
    }
  }
  return { list, uploads, put, forget, refresh, keepOriginal, setKeepOriginal }
}
