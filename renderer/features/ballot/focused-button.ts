/** Enter on a button that was reached by Tab presses that button, whatever Enter means on the page. Says whether it did. */
export function pressFocused(): boolean {
  const now = document.activeElement
  if (!(now instanceof HTMLButtonElement) || now.closest('.ballot-grid') !== null) return false
  now.click()
  return true
}
