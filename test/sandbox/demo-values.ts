/** The fixed addresses and secrets of the demo. They protect nothing: everything listens on loopback only. */
export const DEMO = {
  makegoodUrl: 'http://127.0.0.1:3000',
  port: 3001,
  smtpPort: 3025,
  mailInboundSecret: 'demo-mail-inbound-secret',
  shop: 'demo.myshopify.com',
  shopify: { apiKey: 'demo-api-key', apiSecret: 'demo-api-secret' },
  slack: { team: 'T0DEMO', botToken: 'xoxb-demo-bot-token', signingSecret: 'demo-signing-secret' },
  channels: { returns: 'C0RETURNS', approvals: 'C0APPROVALS' },
  people: { agents: ['U0AGENT', 'U0AGENT2'], approvers: ['U0LEAD', 'U0LEAD2'], guest: 'U0GUEST' },
} as const;
