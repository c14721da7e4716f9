import { seal, unseal } from '../../store/crypto.ts'

/** What a sealed text is bound to: it opens in the place of no other record. */
const boundTo = (record: string, id: string): Uint8Array => Buffer.from(JSON.stringify(['L3', record, id]))

/** A value sealed under the L3 key, base64: the nonce, then tag and ciphertext. */
export function sealValue(key: Uint8Array, record: string, id: string, value: unknown): string {
  const { iv, sealed } = seal(key, Buffer.from(JSON.stringify(value)), boundTo(record, id))
  return Buffer.concat([iv, sealed]).toString('base64')
}

/** The value again, or null when the key is another or the text was altered or moved. */
export function openValue(key: Uint8Array, record: string, id: string, text: string): unknown {
  const bytes = Buffer.from(text, 'base64')
  const plain = unseal(key, bytes.subarray(0, 12), bytes.subarray(12), boundTo(record, id))
  return plain === null ? null : JSON.parse(plain.toString('utf8'))
}
