/** @file The template by which a conversation becomes text for gpt2-es-tiny-chat. */
import type { ChatMessage } from "./chat-grammar";
import { CHAT_TOKENS } from "./spanish-tokenizer";

/** The content of chat_template.jinja. */
export const CHAT_TEMPLATE: string = `{%- set marks = {'system': '${CHAT_TOKENS.system}', 'user': '${CHAT_TOKENS.user}', 'assistant': '${CHAT_TOKENS.assistant}'} -%}
{%- for message in messages -%}
  {%- if message['role'] not in marks -%}
    {{- raise_exception('The roles are system, user and assistant, but one message has the role ' ~ message['role'] ~ '.') -}}
  {%- endif -%}
  {%- if message['role'] == 'system' and not loop.first -%}
    {{- raise_exception('A system message must come first.') -}}
  {%- endif -%}
  {{- marks[message['role']] ~ (message['content'] | trim) ~ '${CHAT_TOKENS.end}' -}}
{%- endfor -%}
{%- if add_generation_prompt -%}
  {{- '${CHAT_TOKENS.assistant}' -}}
{%- endif -%}
`;

/** A message as the template writes it. */
export function renderMessage({ role, content }: ChatMessage): string {
  return `${CHAT_TOKENS[role]}${content.trim()}${CHAT_TOKENS.end}`;
}
