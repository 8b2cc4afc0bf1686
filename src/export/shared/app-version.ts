/** Version of the program, written into what it exports; a test holds it equal to package.json. */
export const appVersion = '0.1.0'
