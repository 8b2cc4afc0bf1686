/**
 * A line of a chat dataset as TRL's "conversational language modeling" and OpenAI's fine-tuning files have
 * it: turns of user and assistant, the assistant last; no other keys, no empty text.
 */
export const chatSchema = {
  type: 'object',
  required: ['messages'],
  additionalProperties: false,
  properties: {
    messages: {
      type: 'array',
      minItems: 2,
      items: {
        type: 'object',
        required: ['role', 'content'],
        additionalProperties: false,
        properties: {
          role: { enum: ['system', 'user', 'assistant'] },
          content: { type: 'string', pattern: '\\S' }
        }
      },
      contains: { properties: { role: { const: 'user' } } }
    }
  }
}
