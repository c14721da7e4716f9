/** Lets the user keep a text file. With the mark in front that makes 记事本 and Excel read it as UTF-8. */
export function keepText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 30_000)
}

/**
 * Copies text and says whether it did. Copying what is selected needs no permission, which both shells refuse to pages.
 */
export function copyText(text: string): boolean {
  const box = document.createElement('textarea')
  const before = document.activeElement
  box.value = text
  box.setAttribute('readonly', '')
  box.style.position = 'fixed'
  box.style.left = '-9999px'
  document.body.append(box)
  box.select()
  const copied = document.execCommand('copy')
  box.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
