const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/i
const forbidden = /[\\/:*?"<>|\p{Cc}\p{Default_Ignorable_Code_Point}]/gu

/** At most so many characters: with folders before it and an extension behind, a path stays under the 260 of Windows. */
const longest = 80

/**
 * A name, without extension, that Windows, Linux and macOS take: no reserved characters or names, no blanks or points at
 * the ends, not too long, never empty. Characters beyond the first plane stay whole.
 */
export function safeFileName(text: string): string {
  const plain = Array.from(text.toWellFormed().replaceAll(forbidden, '').replaceAll(/\s+/gu, ' '))
    .slice(0, longest)
    .join('')
    .replaceAll(/^[ .]+|[ .]+$/g, '')
  if (plain === '') return '未命名'
  return reserved.test(plain) ? `_${plain}` : plain
}

/** The names made different from each other, whatever the case of their letters: 记录, 记录（2）. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let candidate = name
    for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) candidate = `${name}（${number}）`
    taken.add(candidate.toLowerCase())
    return candidate
  })
}
