"""English inflection at build time. Analyses as in `inflect_fr`: `n` base form (also present and imperative), `p3` third person, `d` past,
`q` past participle, `g` -ing, `c` the modals could, would, might, should."""

from __future__ import annotations

Forms = dict[str, set[str]]

_PAST = """be was been;have had had;do did done;go went gone;come came come;see saw seen;get got got;give gave given;take took taken;make made made
put put put;let let let;know knew known;think thought thought;tell told told;say said said;send sent sent;lend lent lent;spend spent spent
find found found
meet met met;speak spoke spoken;write wrote written;read read read;ring rang rung;buy bought bought;bring brought brought;pay paid paid;sell sold sold
hear heard heard;hold held held;keep kept kept;leave left left;lose lost lost;feel felt felt;forget forgot forgotten;forgive forgave forgiven
run ran run
begin began begun;break broke broken;build built built;catch caught caught;choose chose chosen;cost cost cost;cut cut cut;draw drew drawn
drive drove driven
eat ate eaten;fall fell fallen;fly flew flown;grow grew grown;hit hit hit;hurt hurt hurt;mean meant meant;owe owed owed;rise rose risen
set set set;show showed shown
shut shut shut;sit sat sat;sleep slept slept;stand stood stood;swear swore sworn;teach taught taught;throw threw thrown
understand understood understood
wake woke woken;wear wore worn;win won won;bend bent bent;bet bet bet;drink drank drunk;feed fed fed;fight fought fought;stick stuck stuck
swing swung swung
speak spoke spoken;steal stole stolen;drop dropped dropped;pull pulled pulled;bail bailed bailed;reread reread reread;withdraw withdrew withdrawn
repay repaid repaid
overdo overdid overdone;rebuild rebuilt rebuilt;fit fitted fitted;beg begged begged;stop stopped stopped;ship shipped shipped
plan planned planned;refer referred referred
commit committed committed;submit submitted submitted;forward forwarded forwarded;tag tagged tagged;chat chatted chatted;swap swapped swapped
skim skimmed skimmed;dream dreamt dreamt"""
_TABLE = {row.split()[0]: row.split()[1:] for line in _PAST.splitlines() for row in line.split(";")}
_SPECIAL: dict[str, Forms] = {
    "be": {
        "am": {"p1"}, "'m": {"p1"}, "are": {"p"}, "'re": {"p"}, "is": {"p3"}, "was": {"d"}, "were": {"d"}, "be": {"n"}, "been": {"q"}, "being": {"g"},
    },
    "can": {"can": {"p"}, "ca": {"p"}, "could": {"c"}, "cld": {"c"}, "cannot": {"p"}},
    "may": {"may": {"p"}, "might": {"c"}},
    "will": {"will": {"f"}, "wo": {"f"}, "would": {"c"}, "wd": {"c"}, "'ll": {"f"}},
    "shall": {"shall": {"f"}, "should": {"c"}},
    "must": {"must": {"p"}},
    "have": {"have": {"n"}, "has": {"p3"}, "had": {"d", "q"}, "'ve": {"n"}, "having": {"g"}},
    "do": {"do": {"n"}, "does": {"p3"}, "did": {"d"}, "done": {"q"}, "doing": {"g"}},
}  # fmt: skip
_DOUBLED = ("beg", "stop", "ship", "plan", "drop", "chat", "swap", "tag", "skim", "chip", "plug", "get", "put", "let", "run", "sit", "cut", "set",
"win",
            "begin", "refer", "commit", "submit", "bet", "hit", "spot", "scan", "fit", "dog", "hop", "pop", "jog", "log", "job", "step",
            "tip")  # fmt: skip


def verb(base: str) -> Forms:
    """Every form of `base` with its analyses."""
    if base in _SPECIAL:
        return {form: set(found) for form, found in _SPECIAL[base].items()}
    found: Forms = {base: {"n"}}
    hiss = base.endswith(("s", "x", "z", "ch", "sh", "o"))
    y = base.endswith("y") and base[-2:-1] not in "aeiou"
    found.setdefault(base[:-1] + "ies" if y else base + ("es" if hiss else "s"), set()).add("p3")
    stem = base + base[-1] if base in _DOUBLED else base
    silent = base.endswith("e") and not base.endswith(("ee", "oe", "ye"))
    ing = base[:-2] + "ying" if base.endswith("ie") else base[:-1] + "ing" if silent else stem + "ing"
    found.setdefault(ing, set()).add("g")
    regular = base[:-1] + "ied" if y else base + "d" if base.endswith("e") else stem + "ed"
    past, participle = _TABLE.get(base, (regular, regular))
    found.setdefault(past, set()).add("d")
    found.setdefault(participle, set()).add("q")
    return found


def noun(word: str) -> set[str]:
    """Singular and plural."""
    special = {"man": "men", "woman": "women", "child": "children", "wife": "wives", "person": "people", "life": "lives"}
    for end, plural in special.items():
        if word.endswith(end):
            return {word, word.removesuffix(end) + plural}
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return {word, word[:-1] + "ies"}
    return {word, word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")}


def adjective(word: str) -> set[str]:
    """The word itself, comparative and superlative where they are short."""
    if len(word) > 6 or " " in word or "-" in word:
        return {word}
    stem = word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
    return {word, stem + "er", stem + "est"}
