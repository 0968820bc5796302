"""French inflection at build time: a verb's forms with mood and person, a noun's and an adjective's forms.

Analyses are short strings: mood (`p` present, `i` imperfect, `f` future, `c` conditional, `s` subjunctive, `m` imperative, `n` infinitive, `q` past
participle, `g` present participle) and person (`1`, `2`, `3`) where there is one. Number is not kept: "pouvez" is `p2`, as "peux" is `p1` and `p2`.
"""

from __future__ import annotations

import re

Forms = dict[str, set[str]]

# infinitive ending: (present, six forms; stem of the future; past participle; stem of the subjunctive or "").
# Endings replace the named ending, so that "comprendre" follows "prendre".
_IRREGULAR: dict[str, tuple[str, str, str, str]] = {
    "être": ("suis es est sommes êtes sont", "ser", "été", "soi"),
    "avoir": ("ai as a avons avez ont", "aur", "eu", "ai"),
    "aller": ("vais vas va allons allez vont", "ir", "allé", "aill"),
    "faire": ("fais fais fait faisons faites font", "fer", "fait", "fass"),
    "pouvoir": ("peux peux peut pouvons pouvez peuvent", "pourr", "pu", "puiss"),
    "vouloir": ("veux veux veut voulons voulez veulent", "voudr", "voulu", "veuill"),
    "savoir": ("sais sais sait savons savez savent", "saur", "su", "sach"),
    "devoir": ("dois dois doit devons devez doivent", "devr", "dû", "doiv"),
    "falloir": ("- - faut - - -", "faudr", "fallu", "faill"),
    "valoir": ("vaux vaux vaut valons valez valent", "vaudr", "valu", "vaill"),
    "voir": ("vois vois voit voyons voyez voient", "verr", "vu", "voi"),
    "asseoir": ("assieds assieds assied asseyons asseyez asseyent", "assiér", "assis", "assey"),
    "venir": ("viens viens vient venons venez viennent", "viendr", "venu", "vienn"),
    "tenir": ("tiens tiens tient tenons tenez tiennent", "tiendr", "tenu", "tienn"),
    "prendre": ("prends prends prend prenons prenez prennent", "prendr", "pris", "prenn"),
    "mettre": ("mets mets met mettons mettez mettent", "mettr", "mis", "mett"),
    "battre": ("bats bats bat battons battez battent", "battr", "battu", "batt"),
    "dire": ("dis dis dit disons dites disent", "dir", "dit", "dis"),
    "lire": ("lis lis lit lisons lisez lisent", "lir", "lu", "lis"),
    "rire": ("ris ris rit rions riez rient", "rir", "ri", "ri"),
    "crire": ("cris cris crit crivons crivez crivent", "crir", "crit", "criv"),
    "croire": ("crois crois croit croyons croyez croient", "croir", "cru", "croi"),
    "boire": ("bois bois boit buvons buvez boivent", "boir", "bu", "boiv"),
    "naître": ("nais nais naît naissons naissez naissent", "naîtr", "né", "naiss"),
    "connaître": ("connais connais connaît connaissons connaissez connaissent", "connaîtr", "connu", "connaiss"),
    "paraître": ("parais parais paraît paraissons paraissez paraissent", "paraîtr", "paru", "paraiss"),
    "cevoir": ("çois çois çoit cevons cevez çoivent", "cevr", "çu", "çoiv"),
    "uire": ("uis uis uit uisons uisez uisent", "uir", "uit", "uis"),
    "ouvrir": ("ouvre ouvres ouvre ouvrons ouvrez ouvrent", "ouvrir", "ouvert", "ouvr"),
    "offrir": ("offre offres offre offrons offrez offrent", "offrir", "offert", "offr"),
    "souffrir": ("souffre souffres souffre souffrons souffrez souffrent", "souffrir", "souffert", "souffr"),
    "cueillir": ("cueille cueilles cueille cueillons cueillez cueillent", "cueiller", "cueilli", "cueill"),
    "partir": ("pars pars part partons partez partent", "partir", "parti", "part"),
    "sortir": ("sors sors sort sortons sortez sortent", "sortir", "sorti", "sort"),
    "servir": ("sers sers sert servons servez servent", "servir", "servi", "serv"),
    "dormir": ("dors dors dort dormons dormez dorment", "dormir", "dormi", "dorm"),
    "sentir": ("sens sens sent sentons sentez sentent", "sentir", "senti", "sent"),
    "mentir": ("mens mens ment mentons mentez mentent", "mentir", "menti", "ment"),
    "courir": ("cours cours court courons courez courent", "courr", "couru", "cour"),
    "mourir": ("meurs meurs meurt mourons mourez meurent", "mourr", "mort", "meur"),
    "quérir": ("quiers quiers quiert quérons quérez quièrent", "querr", "quis", "quièr"),
    "suivre": ("suis suis suit suivons suivez suivent", "suivr", "suivi", "suiv"),
    "vivre": ("vis vis vit vivons vivez vivent", "vivr", "vécu", "viv"),
    "plaire": ("plais plais plaît plaisons plaisez plaisent", "plair", "plu", "plais"),
    "taire": ("tais tais tait taisons taisez taisent", "tair", "tu", "tais"),
    "clure": ("clus clus clut cluons cluez cluent", "clur", "clu", "clu"),
    "vaincre": ("vaincs vaincs vainc vainquons vainquez vainquent", "vaincr", "vaincu", "vainqu"),
    "soudre": ("sous sous sout solvons solvez solvent", "soudr", "solu", "solv"),
    "aindre": ("ains ains aint aignons aignez aignent", "aindr", "aint", "aign"),
    "eindre": ("eins eins eint eignons eignez eignent", "eindr", "eint", "eign"),
    "oindre": ("oins oins oint oignons oignez oignent", "oindr", "oint", "oign"),
}  # fmt: skip
_ORDER = sorted(_IRREGULAR, key=len, reverse=True)
_PERSONS = "123123"
_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_SUBJUNCTIVE = ("e", "es", "e", "ions", "iez", "ent")
_FULL = {
    "être": {"s": "sois sois soit soyons soyez soient", "m": "sois soyons soyez", "i": "étais étais était étions étiez étaient", "g": "étant"},
    "avoir": {"s": "aie aies ait ayons ayez aient", "m": "aie ayons ayez", "g": "ayant"},
    "savoir": {"m": "sache sachons sachez", "g": "sachant"},
    "vouloir": {"m": "veuille veuillons veuillez"},
}


def verb(infinitive: str) -> Forms:
    """Every form of `infinitive` ("faire", "mettre") with its analyses; of a phrase, the first word is inflected by the caller."""
    irregular = next((end for end in _ORDER if infinitive.endswith(end)), "")
    found: Forms = {}
    if irregular:
        front = infinitive[: -len(irregular)]
        present, future, participle, subjunctive = _IRREGULAR[irregular]
        forms = [front + form if form != "-" else "" for form in present.split()]
        _add(found, forms, front + future, front + participle, front + subjunctive)
        _full(found, front, irregular)
    elif infinitive.endswith("er"):
        _first_group(found, infinitive)
    elif infinitive.endswith("ir"):
        stem = infinitive[:-1]
        forms = [stem + end for end in ("s", "s", "t", "ssons", "ssez", "ssent")]
        _add(found, forms, infinitive, stem, stem + "ss")
    elif infinitive.endswith("re"):
        stem = infinitive[:-2]
        _add(found, [stem + end for end in ("s", "s", "", "ons", "ez", "ent")], infinitive[:-1], stem + "u", stem)
    found.setdefault(infinitive, set()).add("n")
    return found


def _put(found: Forms, form: str, analysis: str) -> None:
    if form:
        found.setdefault(form, set()).add(analysis)


def _add(found: Forms, present: list[str], future: str, participle: str, subjunctive: str) -> None:
    for form, person in zip(present, _PERSONS, strict=True):
        _put(found, form, "p" + person)
    for at in (1, 3, 4):
        form = present[at]
        _put(found, form[:-1] if at == 1 and len(form) > 3 and form.endswith("es") else form, "m" if at != 3 else "m1")
    root = present[3].removesuffix("ons") if present[3] else future.removesuffix("dr") + "l"
    if root.endswith(("g", "ç")) or present[3].endswith("geons"):
        root = present[3].removesuffix("ons")
    for ends, stem, mood in ((_IMPERFECT, root, "i"), (_FUTURE, future, "f"), (_IMPERFECT, future, "c")):
        for end, person in zip(ends, _PERSONS, strict=True):
            soft = stem.replace("ç", "c") if end.startswith("i") and stem.endswith("ç") else stem
            soft = soft.removesuffix("e") if end.startswith("i") and stem.endswith("ge") else soft
            _put(found, soft + end, mood + person)
    for end, person in zip(_SUBJUNCTIVE, _PERSONS, strict=True):
        _put(found, (root if end in ("ions", "iez") else subjunctive) + end, "s" + person)
    _put(found, root + "ant", "g")
    if participle:
        masculine = participle.replace("û", "u") if participle == "dû" else participle
        _put(found, participle, "q")
        for end in ("e", "es", "" if participle.endswith("s") else "s"):
            _put(found, masculine + end, "q")


def _full(found: Forms, front: str, irregular: str) -> None:
    for mood, forms in _FULL.get(irregular, {}).items():
        if front:
            continue
        for at, form in enumerate(forms.split()):
            person = "" if mood in "mg" else _PERSONS[at]
            _put(found, form, mood + person)


def _first_group(found: Forms, infinitive: str) -> None:
    stem = infinitive[:-2]
    strong, future = stem, infinitive
    if re.search(r"(?:appel|jet|ssel|quet|épel|renouvel|chancel|feuillet)$", stem):
        strong = stem + stem[-1]
        future = strong + "er"
    elif match := re.search(r"e([^aeiouéèy]{1,2})$", stem):
        if stem[match.start() - 1 : match.start() + 1] not in ("re",) or stem.endswith(("lev", "men", "chet", "pes", "mor")):
            strong = stem[: match.start()] + "è" + match[1] if len(match[1]) == 1 else stem
        future = strong + "er"
    elif match := re.search(r"é([^aeiouéèy]{1,2})$", stem):
        strong = stem[: match.start()] + "è" + match[1]
    elif stem.endswith(("oy", "uy")):
        strong = stem[:-1] + "i"
        future = "enverr" if stem == "envoy" else "renverr" if stem == "renvoy" else strong + "er"
    elif stem.endswith("ay"):
        strong = stem[:-1] + "i"
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    present = [strong + "e", strong + "es", strong + "e", soft + "ons", stem + "ez", strong + "ent"]
    _add(found, present, future, stem + "é", strong)


def noun(word: str) -> set[str]:
    """Singular and plural."""
    if word.endswith(("s", "x", "z")):
        return {word}
    if word.endswith(("au", "eu", "eau")):
        return {word, word + "x"}
    if word.endswith("al"):
        return {word, word[:-1] + "ux", word + "s"}
    return {word, word + "s"}


def adjective(word: str) -> set[str]:
    """Masculine and feminine, singular and plural."""
    feminine = word if word.endswith("e") else word + "e"
    for end, other in (("eux", "euse"), ("eur", "euse"), ("if", "ive"), ("en", "enne"), ("on", "onne"), ("il", "ille"), ("er", "ère"), ("et", "ète")):
        if word.endswith(end):
            feminine = word.removesuffix(end) + other
    return noun(word) | noun(feminine) | {word + "e"}
