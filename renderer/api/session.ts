const key = 'dangwu-session'

/** Headers that make a request ours: the marker, and in the browser shell the session of this tab. */
export function ownHeaders(): Record<string, string> {
  const session = sessionStorage.getItem(key)
  return session === null ? { 'x-app': '1' } : { 'x-app': '1', 'x-session': session }
}

/**
 * Exchanges the launch token of the address for this tab's session, and takes it out of the address. Answers false
 * when the tab was not opened from the address the program gave; the desktop shell needs no session.
 */
export async function enterSession(): Promise<boolean> {
  if (location.protocol === 'app:') return true
  const token = /^#t=(.+)$/.exec(location.hash)?.[1]
  if (token !== undefined) {
    history.replaceState(null, '', '/')
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-app': '1' },
      body: JSON.stringify({ token })
    })
    if (response.ok) {
      const body: { session: string } = await response.json()
      sessionStorage.setItem(key, body.session)
      return true
    }
  }
  return sessionStorage.getItem(key) !== null
}
