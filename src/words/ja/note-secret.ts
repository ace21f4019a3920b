/** Kinds of what is found in notes that nobody should publish, as they are called in the middle of a sentence. */
import type { noteSecret as english } from '../en/note-secret.ts';

export const noteSecret: Record<keyof typeof english, string> = {
  'slack-token': 'Slack のトークン',
  'slack-webhook': 'Slack の Webhook',
  'discord-token': 'Discord のトークン',
  'discord-webhook': 'Discord の Webhook',
  'github-token': 'GitHub のトークン',
  'gitlab-token': 'GitLab のトークン',
  'aws-key': 'AWS のキー',
  'google-key': 'Google のキー',
  'stripe-key': 'Stripe のキー',
  'npm-token': 'npm のトークン',
  'ai-key': 'AI サービスのキー',
  'private-key': '秘密鍵',
  jwt: '署名付きトークン',
  password: 'パスワード',
  'address-password': 'URL の中のパスワード',
  email: 'メールアドレス',
  phone: '電話番号',
};
