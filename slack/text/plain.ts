/**
 * What a person typed, from what Slack sends of it: mentions of the bot at the start are dropped, links and mentions
 * give way to their labels, entities to their characters.
 * @see https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
export const plainText = (text: string): string =>
  text
    .replace(/^(?:\s*<@[UW][A-Z0-9]+(?:\|[^>]*)?>[\s,:]*)+/, '')
    .replace(/<(?:mailto|tel):([^|>]*)(?:\|([^>]*))?>/g, (_, address: string, label?: string) => label ?? address)
    .replace(/<[@#!]([^|>]*)\|([^>]*)>/g, '$2')
    .replace(/<[@#!]([^>]*)>/g, '')
    .replace(/<(https?:[^|>]*)\|([^>]*)>/g, '$2 $1')
    .replace(/<(https?:[^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
