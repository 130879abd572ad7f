/**
 * Whether a verb is said to be done or not to be done. The verb itself may hold a "not" ("does not want it" cancels):
 * only what stands before it, or takes it back behind it, negates it.
 */

const NEGATOR =
  /\b(?:(?:do|does|did|is|are|was|were|has|have|had|will|would|shall|should|must|can|could|need|may|might|am|please|why|if|better|rather|certainly|definitely|absolutely|obviously) not|not|never|nobody|no one|none|neither|nor|no longer|no need|no reason|without|instead of|rather than|against|stop|avoid|hold off|hold|refrain|undo|withdraw|revoke|revert|reverse|take back|wait with|wait before|pause|postpone|delay|abort|prevent|refus(?:e|ed|es) to|forget about|forget|don|cannot|declin(?:e|ed|es) to|fail(?:s|ed)? to|too early to|under no circumstances?|on no account|by no means|in no case|no way|not to|no)\b/g;

/** These stop the deed itself, and only where it follows at once: "stop the cancellation", "no rma". */
const STOPPERS =
  /^(?:stop|hold|withdraw|revoke|revert|reverse|take back|pause|postpone|delay|abort|prevent|undo|forget|forget about|no|none)$/;
const AT_ONCE =
  /^\s*(?:on |off |with |from |about )*(?:the |that |this |any |a |an |my |your |our |her |his |their |further |more |new |open |pending |such )*(?:\w+ing (?:the |this )?)?(?:‹\w+› )?$/;

/** "don't, I repeat, don't …": what follows is negated however far it is. */
const DANGLES =
  /^\s*(?:[,;:(!.-]|\b(?:under|ever|i repeat|repeat|on any|by any|in any|at all|yet|please|just|actually|whatever|for any|for now|you|dare|even|think|until)\b)/;
/** Words that begin something else: what follows them is not negated any more. */
const BEGINS_ANEW =
  /[,;:]|\s-\s|\b(?:but|so|please|because|since|therefore|hence|thus|then|instead|just|and (?:please|now|so|wants?|would|asks?))\b/;
const ADVERBS = '(?:even |really |properly |actually |yet |been |be |want to )*';
/** What only goods fail to do: "headphones do not work rma for …". */
const FAILED = new RegExp(
  `^\\s*${ADVERBS}(?:work(?:s|ing)?|turn(?:ing)? (?:on|off)|charg(?:e|es|ing)|switch(?:ing)? (?:on|off)|fit|pair|connect|heat|function)\\b`,
);
/** And what is told of goods and people: "has not shipped cancel it". */
const FAILED_TO =
  /^\s*(?:even |really |properly |actually |yet |been |be )*(?:work(?:s|ing)?|turn(?:ing)?|charg\w+|start\w*|switch\w*|fit\w*|ship(?:ped)?|left|leave|arrived?|sent|dispatched|opening|clos\w+|happy|satisfied|pair\w*|connect\w*|heat\w*|as described|what (?:he|she|they)|the right|the correct|good|available|paid|fulfilled|processed|packed|out|gone|delivered|interested)\b/;

/**
 * How a verb at `at` is negated: refused by whoever writes, or in any other way; null where it is not.
 * @param told  the verb tells what happened: "would not open and refused it" is then two things
 */
export const negationBefore = (sentence: string, at: number, told = false): 'refused' | 'otherwise' | null => {
  const before = sentence.slice(0, at);
  let found: 'refused' | 'otherwise' | null = null;
  for (const match of before.matchAll(NEGATOR)) {
    const word = match[0];
    const gap = before.slice(match.index + word.length);
    if (STOPPERS.test(word)) {
      if (AT_ONCE.test(gap)) found = 'otherwise';
      continue;
    }
    if (word.startsWith('if ') || word.startsWith('why ')) continue;
    const isOrder =
      /^(?:under|on|by|in|no|do|please|never|must|should|shall|not|better|don|rather|certainly|definitely|absolutely|will|can|are|am|need)\b/.test(
        word,
      );
    if (isOrder && DANGLES.test(gap)) {
      // "Don't you dare" is as plain as a no can be.
      found =
        /^\s*(?:you )?(?:dare|ever)\b/.test(gap) && refuses(before.slice(0, match.index), word)
          ? 'refused'
          : 'otherwise';
      continue;
    }
    if (FAILED.test(gap) || (!isOrder && FAILED_TO.test(gap)) || BEGINS_ANEW.test(gap) || gap.length > 48) continue;
    if (told && !isOrder && /\band\b/.test(gap)) continue;
    found = refuses(before.slice(0, match.index), word) ? 'refused' : 'otherwise';
  }
  return found;
};

/** The writer refuses, rather than tells of somebody who did not. */
const refuses = (before: string, negator: string): boolean =>
  /^(?:do|will|must|shall|should|can|are|am|please|never|would|better|not)\b/.test(negator) &&
  /(?:^|[,;:!."-]|\b(?:please|we|i|you|so|and|but|pls|guys|team|sorry|no|hi|hey|ok|just|better|‹rma›|‹order›))\s*$/.test(
    before,
  );

/** Denied right behind: "cancellation of #1001 is not wanted", "rma for #1003 was a mistake". */
const DENIED =
  /^[^.;!?,]{0,20}\b(?:is|was|are|were|has been|had been) (?:(?:not|no longer) (?:be )?(?:wanted|needed|required|necessary|allowed|possible|okay?|approved|requested|correct|intended|meant|true|happening|going|an option)|(?:a|my) (?:mistake|misunderstanding|error)|withdrawn|revoked|void|wrong|off)\b/;

/** Taken back at the end: "cancel #1001 - no, don't", "approve … NOT", "… never mind". */
const TAKEN_BACK =
  /(?<=[\w›]\W{1,4})\b(?:no|wait|actually|sorry|stop|or rather|on second thoughts?|hmm?)[\s,.!-]+(?:please )?(?:do not|wait|hold on|stop|no|not)(?=[\s,!.]*$| (?:do|cancel|refund|approve|return|send|yet)\b)|\b(?:never ?mind|nvm|scratch that|forget it|forget that|ignore that|just kidding|jk|my bad|wrong channel|strike that|cancel that|do not do (?:it|that|this))\b|(?:[,.;:!-]|\bactually|\bor rather|\bsorry|\bhmm?)[\s,]*(?:not|no+|nope|stop)[\s!.]*$|\b(?:do not|not)[\s!.]*$/;

/** Whether the words behind a verb deny it. */
export const deniedBehind = (sentence: string, end: number): boolean => DENIED.test(sentence.slice(end));
/** Whether the end of a text takes all of it back. */
export const takenBack = (text: string): boolean => TAKEN_BACK.test(text);

/** A sentence that is nothing but a "don't": it negates the next one. */
export const isBareNegation = (sentence: string): boolean =>
  /(?:^|[\s,])(?:do not|never|must not|should not|please not|please no|no no|stop|do not (?:you )?(?:dare|ever|even))[\s,!.:;-]*(?:please)?[\s!.?-]*$/.test(
    sentence,
  );
