"""The forms of verbs, nouns and adjectives from which the lexicons are compiled."""

from __future__ import annotations

import pytest

from entregent.language.grammar import inflect_en, inflect_fr


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("être", "serait c3;soyez s2;étiez i2;sois m;étant g"),
        ("avoir", "aurais c1;ayez s2;eue q;avions i1"),
        ("faire", "faisait i3;fasse s3;ferez f2;faites p2;fait q;faisant g;fais m"),
        ("pouvoir", "pourriez c2;peux p1;puisse s3;pu q"),
        ("vouloir", "voudrais c1;veuillez m;vouliez i2"),
        ("savoir", "sache s3;saurais c1;sachez m"),
        ("devoir", "dû q;due q;doive s3;deviez i2"),
        ("mettre", "mette s3;mettiez i2;mises q;mettez m"),
        ("transmettre", "transmettrait c3;transmis q"),
        ("recevoir", "reçoit p3;recevrez f2;reçue q;receviez i2"),
        ("connaître", "connaissez p2;connaîtrais c1;connu q"),
        ("écrire", "écrivez p2;écrirai f1;écrive s3"),
        ("joindre", "joigne s3;joint q;joignez p2"),
        ("introduire", "introduise s3;introduit q"),
        ("voir", "verrez f2;voyiez i2;voyant g;voyez m"),
        ("finir", "finissez p2;finisse s3;fini q"),
        ("répondre", "répondez p2;répondrait c3;répondu q;réponde s3"),
        ("commencer", "commençons p1;commencions i1;commençait i3"),
        ("manger", "mangeons p1;mangions i1;mangeait i3"),
        ("appeler", "appelle p3;appelons p1;appellerait c3"),
        ("acheter", "achète p3;achètera f3"),
        ("envoyer", "enverrai f1;envoie p3;envoyiez i2"),
        ("préférer", "préfère p3;préférerais c1"),
        ("présenter", "présenteriez c2;présente m;présentée q"),
        ("adresser", "adresse p3;adresserait c3"),
        ("rencontrer", "rencontre p3;rencontrerait c3"),
    ],
)
def test_french_verbs(infinitive: str, forms: str) -> None:
    found = inflect_fr.verb(infinitive)
    assert "n" in found[infinitive]
    for told in forms.split(";"):
        form, analysis = told.split()
        assert analysis in found.get(form, set()), f"{form}: {found.get(form)}"


def test_french_verbs_never_have_forms_of_nothing() -> None:
    for infinitive in ("falloir", "aller", "prêter", "courir", "suivre", "offrir"):
        assert all(form and analyses for form, analyses in inflect_fr.verb(infinitive).items())


@pytest.mark.parametrize(
    ("word", "forms"),
    [("journal", "journal journaux"), ("bureau", "bureaux"), ("jeu", "jeux"), ("cas", "cas"), ("voix", "voix"), ("poste", "postes")],
)
def test_french_nouns(word: str, forms: str) -> None:
    assert set(forms.split()) <= inflect_fr.noun(word)


@pytest.mark.parametrize(
    ("word", "form"),
    [("heureux", "heureuse"), ("actif", "actives"), ("bon", "bonne"), ("cher", "chère"), ("ancien", "anciennes"), ("prêt", "prête"),
     ("complet", "complète"), ("libre", "libres"), ("gentil", "gentille"), ("principal", "principaux")],
)  # fmt: skip
def test_french_adjectives(word: str, form: str) -> None:
    assert form in inflect_fr.adjective(word)


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("be", "am are is was were been being"),
        ("can", "can could cannot"),
        ("do", "does did done doing"),
        ("introduce", "introduces introduced introducing"),
        ("try", "tries tried trying"),
        ("play", "plays played playing"),
        ("stop", "stopped stopping"),
        ("pass", "passes passed passing"),
        ("die", "dies died dying"),
        ("see", "sees saw seen seeing"),
        ("write", "writes wrote written writing"),
        ("refer", "referred referring"),
        ("agree", "agrees agreed agreeing"),
        ("visit", "visited visiting"),
    ],
)
def test_english_verbs(base: str, forms: str) -> None:
    assert set(forms.split()) <= inflect_en.verb(base).keys()


def test_english_forms_tell_past_from_participle() -> None:
    found = inflect_en.verb("write")
    assert (found["wrote"], found["written"], found["writes"], found["writing"]) == ({"d"}, {"q"}, {"p3"}, {"g"})
    assert inflect_en.verb("put")["put"] == {"n", "d", "q"}


@pytest.mark.parametrize(
    ("word", "plural"),
    [("colleague", "colleagues"), ("company", "companies"), ("day", "days"), ("boss", "bosses"), ("church", "churches"), ("woman", "women")],
)
def test_english_nouns(word: str, plural: str) -> None:
    assert inflect_en.noun(word) == {word, plural}


@pytest.mark.parametrize(
    ("word", "forms"), [("kind", "kind kinder kindest"), ("busy", "busy busier busiest"), ("nice", "nice nicer nicest"), ("grateful", "grateful")]
)
def test_english_adjectives(word: str, forms: str) -> None:
    assert inflect_en.adjective(word) == set(forms.split())
