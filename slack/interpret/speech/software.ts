/**
 * Somebody tries to command the software, or asks for everything at once: never a proposal, whatever else is said. It
 * may be an agent's joke or a customer's pasted words; both are answered the same.
 */
const PATTERNS: readonly RegExp[] = [
  /\b(?:ignore|ignoring|disregard|forget|override|overrule|bypass|skip|circumvent|disable|turn off|switch off|suspend)\b.{0,40}\b(?:rules?|instructions?|policy|policies|approv\w*|checks?|limits?|prompts?|safety|safeguards?|above|previous|prior|clauses?|restrictions?|guardrails?|confirmations?|validations?)\b/,
  /\b(?:system|developer|hidden|initial) (?:prompt|message|instructions?|mode|override)\b|(?:^|[\n"'<[(,!.:;-]\s*|\b(?:ok|okay|hi|hey|hello|team|makegood|sorry|fyi)\s+)\/?(?:system|assistant|developer|instructions?)\s*[:>\])]|\bnew (?:instructions?|rules?|polic(?:y|ies))\b|\bupdated? (?:your )?instructions?\b/,
  /\byou are (?:now|no longer|a|an|in|my)\b.{0,30}\b(?:admin\w*|owner|approver|mode|root|assistant|bot|ai|manager|god|allowed|free|unrestricted|jailbroken|system)\b|\byou are now\b|\byou (?:must|have to|shall) (?:obey|comply|follow|do as)\b|\bdo as i say\b|\b(?:your|the) new (?:rule|task|role|job|goal|owner|boss)\b|\b(?:from|form) now on\b|\bnow on always\b/,
  /\bpretend\b|\bact as\b|\broleplay\b|\brole play\b|\bjailbreak\w*\b|\bsudo\b|\broot (?:access|mode)\b|\bgod mode\b|\b(?:developer|debug|admin\w*|maintenance|test|override) mode\b/,
  /\bas (?:an?|the|your) (?:admin\w*|ai|assistant|owner|system|developer|root|superuser)\b|\b(?:make|give|grant) me (?:an? |the |all )?(?:admin\w*|owner|approver|rights|permissions?|access|role)\b|\bgrant (?:me|us|him|her|user)\b|\bescalate (?:my )?(?:rights|privileges?)\b/,
  /\b(?:approve|refund|cancel|decline|reject|close|delete|pay|return|exchange|accept|extend|release|void|issue)(?:ing)?\b(?: out)?(?: of)? (?:all|every|everything|everyone|everybody|any(?! (?:more|longer)(?: -|[,.;!]|$))|each|anything|whatever)\b(?! of (?:it|them|this|that)\b)(?! (?:the |of the |of |in |on )?(?:items?|units?|lines?|goods|products?|things?|it|\d{1,3} \w+)?[^.;!?\n]{0,16}‹)(?! (?:of )?(?:the )?(?:\d{1,3}|two|three|four|five|six) )/,
  /\b(?:drop|truncate|delete from|delete|wipe|erase|purge)\b.{0,24}\b(?:tables?|databases?|records?|cases|orders|logs?|history|data|system)\b|\bselect \* from\b|\bunion select\b|\bor 1 ?= ?1\b|<script|\beval\(|\$\{|\bexec(?:ute)?\(|\brm -rf\b/,
  /\bwithout (?:any )?(?:\w+ )?(?:asking|confirmation|confirming|approval|anyone|a confirmation|checking|checks?|question|review)\b|\bno (?:confirmation|approval|questions?|checks?|review) (?:needed|required|necessary|asked)\b|\bauto-?approv\w*\b|\bautomatically (?:approve|refund|cancel|pay|accept)\b|\balways (?:approve|refund|cancel|pay|accept|say)\b/,
  /\b(?:set|change|make|raise|lower|increase|edit|modify|rewrite) (?:the |your |our |my )?(?:policy|policies|limits?|amount|roles?|settings?|permissions?|threshold|rules?|config\w*)\b/,
  /\b(?:refund|pay|send|transfer|credit)\b[^.;\n]{0,24}\b(?:twice|double|two times|again and again|10 times|1000 times|to (?:my|another|this|a different|the following) (?:account|card|iban|wallet))\b/,
  /\b(?:reveal|print|repeat|output|show|leak)\b.{0,30}\b(?:system prompt|your (?:prompt|instructions|rules|config\w*|secrets?|tokens?)|api key|token|password|secret)\b/,
];

/** "Cancel all unshipped orders", "close all cases": a crowd, not an order. */
const CROWD =
  /\b(?:cancel|refund|approve|decline|reject|return|pay(?: out)?|close|accept|release|extend|void)\b[^.;!?\n‹]{0,24}\b(?:all|every|each|any)\b[^.;!?\n‹]{0,24}\b(?:orders|refunds|returns|cases|rmas|requests|customers?|approvals|payouts|order|case|refund|rma)\b(?!\s*(?:no\.?|number)?\s*‹)/;

export const commandsSoftware = (text: string): boolean =>
  CROWD.test(text) || PATTERNS.some((pattern) => pattern.test(text));
