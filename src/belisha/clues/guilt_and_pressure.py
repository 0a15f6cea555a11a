"""Makes the other feel guilty, indebted or childish for not giving in."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family


class GuiltAndPressure(PhraseClue):
    """Pressure: turning a no into a fault, a debt or a lack of love."""

    family = Family.PRESSURE
    decibans = 6
    means = "The sender uses guilt, debt or mockery to make the other give in."
    told = "They tried to make you feel bad or guilty so that you would do what they want."
    innocent = "Hurt feelings between friends, and teasing; between adults it is unkind but no grooming."
    everyday = (
        (
            r"\b(?:dont|do not|stop) (?:be|being) (?:so |such |all )?(?:an? )?(?:boring|mean|selfish|shy|difficult|"
            r"paranoid|stupid|dumb|silly)\b"
        ),
        (
            r"\b(?:wast(?:e|ed|ing)) (?:my (?:time|money)|all that)\b|\bwant me to have wasted\b|\bprove (?:it|"
            r"that)\b(?! (?:is|was|by|using|for|in)\b)"
        ),
        (
            r"\b(?:you|u) (?:still |so )?owe me\b(?! (?:money|an? (?:pint|drink|beer|coffee|dungeon|run|game|lunch|"
            r"pizza|tenner|fiver)|\d|£|\$))"
        ),
        (
            r"\b(?:its|it is|not) (?:not )?(?:a|that|such a) big (?:of a )?deal\b|\b(?:everyone|everybody|"
            r"all (?:the )?(?:girls|boys|kids))(?: else)?(?: (?:your|ur) age| does)? (?:does|did|is doing|do|has done|"
            r"sends?)(?: it| this| them| pics)?\b|\b(?:feel|look) like an idiot\b"
        ),
        (
            r"\b(?:im|i am|you make me|u make me|makes me|made me) (?:so |really |very |just )?(?:disappointed|"
            r"sad now|feel (?:bad|used|stupid|like crap))\b"
        ),
    )
    phrases = (
        (
            r"\bif (?:you|u|ya) (?:(?:really|truly|actually|even|rly) ){0,2}(?:loved?|cared?|trust(?:ed)?|liked?|"
            r"wanted|valued|respected) (?:about )?(?:me|us|this)\b"
        ),
        (
            r"\bif (?:you|u|ya) (?:(?:really|truly|actually|even|rly) ){0,2}(?:loved|cared|love me|care|"
            r"trusted)\b.{0,12}\b(?:you|u) ?(?:d|would|wud|ll)\b"
        ),
        (
            r"\ball (?:that )?i(?:ve| have)? (?:did|done|do) for (?:you|u)\b|\bi (?:always|"
            r"only ever) (?:\w+ )?(?:help|helped|listen|listened|support|was there|am there|been there|"
            r"stick up)\b.{0,20}\b(?:you|u)\b.{0,20}\b(?:this is|and (?:you|u)|but (?:you|u)|thanks i get)|"
            r"\bafter (?:all|everything|evrything|all that|all the \w+) (?:that )?i(?:ve| have)? ?(?:did|done|do|"
            r"given|gave|bought|spent|sent|helped)\b"
        ),
        (
            r"\b(?:dont|do not|do|cant) (?:you|u) (?:not |even |really )?(?:trust|love|care about|believe in) me\b|"
            r"\b(?:you|u) (?:dont|never|obviously dont) (?:really |even |actually )?(?:trust|love|care about|"
            r"cared about|loved) me\b"
        ),
        (
            r"\b(?:dont|do not|stop|youre|ur|you are|u r|quit|why are you|why r u) (?:just )?(?:be|being|"
            r"acting like) (?:so |such |all )?(?:an? )?(?:(?:little|big|silly) )?(?:baby|chicken|coward|wimp|tease|"
            r"prude|kid|child|little girl|little boy|immature|scared|scaredy cat)\b"
        ),
        (
            r"\b(?:show|prove) (?:to )?me (?:that )?(?:you|u) (?:\w+ )?(?:love|care|trust|mean|like|want)\b|"
            r"\bi (?:guess i )?(?:obviously |clearly |must )?(?:mean|meant) nothing to (?:you|u)\b|\bprove (?:to me|"
            r"(?:that )?(?:you|u|ur|youre|your)\b)"
        ),
        (
            r"\b(?:you|u) (?:still )?owe me (?:that|one|a|the|this|at least|an?other)?\b ?.{0,12}\b(?:pics?|photos?|"
            r"vids?|video|call|selfie|kiss|hug|favou?r|that|for)\b"
        ),
        (
            r"\bi(?:ve| have)? (?:already |just |only |literally )?(?:bought|given|gave|got|spent|paid|sent)(?: on|"
            r" for)? (?:you|u)\b.{0,20}\d|\bi(?:ve| have)? (?:\w+ )?spent .{0,20}\bon (?:you|u)\b"
        ),
        (
            r"\bi thought (?:you|u|we) (?:were|was|wer|are|had|r) (?:like |so |all |more |gonna be |going to be |my |"
            r"best |real |close |really )*(?:friends?|mates|mature|grown ?up|different|special|cool|trust|a team|"
            r"something|serious|girlfriend|boyfriend|gf|bf)\b|\bi thought (?:you|u) (?:loved|liked|cared|trusted|"
            r"wanted)\b"
        ),
        (
            r"\b(?:you|u)r?e? (?:just |only |so |are |r )*(?:use|using|used|playing|leading) (?:me|people)\b(?! (?:as|"
            r"for reference|to practi))|\b(?:dont|do not) let me down\b|\b(?:you|u) (?:really )?let me down\b|"
            r"\b(?:was|were) (?:it|that) all (?:just )?(?:a lie|fake|lies)\b|\bwas fake$"
        ),
        (
            r"\b(?:youre|ur|you are|u r|your) (?:hurting|breaking|killing) (?:me|my)\b|\bhope (?:ur|youre|you are|"
            r"u r) happy\b|\b(?:it(?:s|ll be| will be| would be| is)|thats) (?:all )?(?:your|ur) fault\b"
        ),
        *everyday,
    )
    examples = (
        seen("if u loved me u would just do it"),
        seen("after all i did for you"),
        seen("dont be a baby"),
        seen("ok then prove it"),
        seen("I thought you were more mature than that"),
        unseen("u owe me a dungeon run"),
        unseen("if you love the song listen to the album"),
        unseen("after everything is done we can go home"),
        unseen("prove that is equal to 4 using the sine rule"),
    )
    sources = ("Lorenzo-Dus 2016 (compliance testing)", "NSPCC/Swansea TIME", "Thorn 2022 (coercion)")
