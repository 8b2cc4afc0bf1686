/** By its code: a letter of ASCII in small, a digit; 0 for what is neither. */
export const smallLetters: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  return /[A-Za-z0-9]/.test(sign) ? sign.toLowerCase().charCodeAt(0) : 0
})
