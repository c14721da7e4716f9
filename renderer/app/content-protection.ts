import { useEffect } from 'react'

/** While this screen stands, the desktop shell keeps the window out of screenshots and screen sharing. A browser cannot. */
export function useContentProtection(): void {
  useEffect(() => {
    window.desktop?.protect(true)
    return () => window.desktop?.protect(false)
  }, [])
}
