/**
 * The page's one Trusted Types policy. Style libraries write plain CSS text into style elements; that passes. Anything
 * with a tag in it, any script text and any script from elsewhere is refused.
 */
type PolicyFactory = {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string; createScriptURL(address: string): string }
  ): unknown
}

declare global {
  interface Window {
    trustedTypes?: PolicyFactory
  }
}

window.trustedTypes?.createPolicy('default', {
  createHTML: (text) => {
    if (text.includes('<')) throw new TypeError('markup made from a string')
    return text
  },
  createScriptURL: (address) => {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError('script from elsewhere')
    return address
  }
})

export {}
