import { attributeOf, elementsOf, localName, textOf, type XmlElement } from './template-xml.ts'

/*
 * What a template may not hold, looked for in the parsed parts: names and values cannot hide behind entities, sections of
 * raw text or another prefix.
 */

type GuardProblem = 'macros' | 'template-format' | 'not-docx' | 'external'

const kinds: readonly [RegExp, GuardProblem][] = [
  [/macroEnabled|ms-word\.vba|activeX/i, 'macros'],
  [/wordprocessingml\.template\.main\+xml/, 'template-format']
]

/** Judged by content types, relationships and fields; null for a package that may be used. */
export const problemOfParts = (parts: ReadonlyMap<string, XmlElement>): GuardProblem | null => {
  const types = allOf(parts.get('[Content_Types].xml')).map((element) => attributeOf(element, 'ContentType'))
  for (const [pattern, problem] of kinds) if (types.some((type) => pattern.test(type))) return problem
  if (!types.some((type) => type.includes('wordprocessingml.document.main+xml'))) return 'not-docx'
  for (const [name, whole] of parts) {
    const elements = allOf(whole)
    if (name.toLowerCase().endsWith('.rels') ? elements.some(isFetching) : hasFetchingField(elements)) return 'external'
  }
  return null
}

/** In the order of the file; one list for all, because a file may be made of millions of elements. */
const allOf = (element: XmlElement | undefined, found: XmlElement[] = []): XmlElement[] => {
  for (const child of element === undefined ? [] : elementsOf(element)) {
    found.push(child)
    allOf(child, found)
  }
  return found
}

/** Parts whose content is of another program, or taken from elsewhere: 嵌入网页, 子文档, OLE, 邮件合并. */
const foreign = /\/(aFChunk|subDocument|oleObject|control|mailMergeSource|recipientData)$/

const isFetching = (relationship: XmlElement): boolean => {
  const type = attributeOf(relationship, 'Type')
  if (foreign.test(type)) return true
  return attributeOf(relationship, 'TargetMode').toLowerCase() === 'external' && !type.endsWith('/hyperlink')
}

/** Fields that read other files. */
const fetching = /^[\s"]*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|DDEAUTO|DDE|DATABASE|RD)\b/i

/** The instruction of a field is known by what it begins with. */
const longestStart = 100

/** Word may cut the instruction of a field into runs; between its marks all of it is read as one. */
const hasFetchingField = (elements: readonly XmlElement[]): boolean => {
  let instruction = ''
  for (const element of elements) {
    const name = localName(element)
    if (name === 'instrText' && instruction.length < longestStart)
      instruction = `${instruction}${textOf(element)}`.replace(/^[\s"]+/, '')
    if (name === 'fldChar') instruction = ''
    if (name === 'fldSimple' && fetching.test(attributeOf(element, 'instr'))) return true
    if (name === 'instrText' && fetching.test(instruction)) return true
  }
  return false
}
