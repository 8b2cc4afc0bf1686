import { defineConfig } from 'vite'

/**
 * Serves the built page to the tests as it is: they load it hundreds of times from their own
 * machine, where packing costs more than it saves.
 */
export default defineConfig({
  plugins: [
    {
      name: 'unpacked',
      configurePreviewServer({ middlewares }) {
        middlewares.use((request, _, next) => {
          delete request.headers['accept-encoding']
          next()
        })
      }
    }
  ]
})
