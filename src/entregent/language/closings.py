"""Closing formulas, as phrases: a line that begins with one of them, and has at most a name after it, closes a message.

Looked up word by word (no pattern to compile). Written lower-case, apostrophes as '; extend by adding phrases.
"""

from __future__ import annotations

from typing import Final

_FRENCH: Final = """
cordialement; bien cordialement; très cordialement; tres cordialement; cdlt; cdt; cordlt; bien cdt; amicalement; bien amicalement; très
amicalement; respectueusement; sincèrement; bien sincèrement; très sincèrement; sincères salutations; amitiés; mes amitiés; toutes mes
amitiés; affectueusement; fraternellement; confraternellement; chaleureusement; très chaleureusement; musicalement; sportivement;
associativement; solidairement; syndicalement; bien à vous; bien à toi; bien à vous deux; bien à vous tous; bien a vous; bien a toi;
bien à tous; très bien à vous; salutations; meilleures salutations; salutations distinguées; salutations cordiales; mes salutations; nos
salutations; cordiales salutations; mes meilleures salutations; nos meilleures salutations; mes cordiales salutations; nos cordiales
salutations; avec mes cordiales salutations; avec nos cordiales salutations; avec mes salutations; avec mes meilleures salutations; avec
mes remerciements; avec tous mes remerciements; avec mes sincères salutations; respectueuses salutations; mes respectueuses salutations;
sentiments distingués; sentiments respectueux; mes sentiments les meilleurs; meilleurs sentiments; meilleures pensées; cordiaux
messages; bien des choses; bises; bise; bisous; bisou; gros bisous; des bisous; bizz; biz; bizoux; grosses bises; la bise; je
t'embrasse; je vous embrasse; on t'embrasse; on vous embrasse; tendrement; à bientôt; a bientot; à bientot; à très bientôt; à tres
bientot; à plus; a plus; à plus tard; a+; à+; à toute; à demain; à lundi; à mardi; à mercredi; à jeudi; à vendredi; à samedi; à
dimanche; a demain; à tantôt; à la revoyure; à vite; au plaisir; au plaisir de vous lire; au plaisir de te lire; au plaisir de vous
revoir; au revoir; merci; merci d'avance; merci beaucoup; merci encore; merci bien; merci à toi; merci à vous; merci pour tout; merci et
bonne journée; avec mes vifs remerciements; remerciements; mille mercis; bonne journée; bonne journee; bonne soirée; bonne soiree; bonne
fin de journée; bonne semaine; bonne fin de semaine; bonne réception; bonne continuation; bonne suite; bon week-end; bon weekend; bon
we; bon après-midi; bon courage; belle journée; belle soirée; très bonne journée; excellente journée; bonne et belle journée; ton vieux;
votre dévoué; votre dévouée; bàv; bav; bàt; bat; tout de bon; ciao; tchao; bye; salut
"""
_ENGLISH: Final = """
kind regards; kindest regards; best regards; warm regards; warmest regards; warmest; many regards; with regards; with best regards; with
kind regards; with warm regards; with kindest regards; regards; rgds; brgds; br; kr; best; best wishes; all the best; all the very best;
all best; bests; very best; warm wishes; with best wishes; with all good wishes; with every good wish; good wishes; sincerely; yours;
yours sincerely; yours faithfully; yours truly; yours ever; yours respectfully; sincerely yours; very truly yours; very best regards;
respectfully; respectfully yours; cordially; cordially yours; cheers; thanks; thank you; thx; tx; ta; tks; many thanks; with many
thanks; with thanks; thanks again; thanks a lot; thanks so much; thanks very much; thanks in advance; thanks and regards; thanks &
regards; thanks and best regards; thanking you; thank you again; thank you so much; thank you very much; thank you in advance; thank you
and regards; thanks a million; thanks a bunch; much appreciated; love; lots of love; much love; with love; all my love; love to all; big
hug; big hugs; hugs; take care; x; xx; xxx; xoxo; warmly; talk soon; see you; see you soon; see ya; speak soon; bye; bye for now; until
soon; ever yours; as ever; as always; your friend; in haste; fondly; gratefully; in gratitude
"""
_OTHERS: Final = """
met vriendelijke groet; met vriendelijke groeten; vriendelijke groeten; vriendelijke groet; hartelijke groet; hartelijke groeten;
groeten; groet; groetjes; mvg; liefs; mit freundlichen grüßen; mit besten grüßen; freundliche grüße; beste grüße; viele grüße; liebe
grüße; mfg; lg; saludos; un saludo; un cordial saludo; saludos cordiales; un abrazo; atentamente; cordiali saluti; distinti saluti; un
caro saluto; saluti; un abbraccio; cumprimentos; com os melhores cumprimentos; atenciosamente; abraço; um abraço
"""
PHRASES: Final = frozenset(phrase.strip() for phrase in f"{_FRENCH};{_ENGLISH};{_OTHERS}".replace("\n", " ").split(";") if phrase.strip())
_LONGEST: Final = max(len(phrase.split()) for phrase in PHRASES)


def closing(line: str) -> int:
    """How many characters at the beginning of `line` are a closing formula with the signs after it ("Bien à vous, "); 0 where it is none."""
    if len(line) > 120 or not line:
        return 0
    words = line.split()
    if not words:
        return 0
    begin = 1 if words[0] in ("--", "-", "–", "—", "*") else 0
    text, best, taken = "", 0, 0
    for number, word in enumerate(words[begin : begin + _LONGEST]):
        text = f"{text} {word.lower().replace('’', chr(39))}" if number else word.lower().replace("’", chr(39))
        bare = text.rstrip(" ,.!;:…-–—)*'")
        if bare in PHRASES and text[: len(bare)] == bare:
            best = number + 1
        if len(bare) < len(text) and best != number + 1 and word[-1] in ",.!;:":
            break
    if not best:
        return 0
    position = 0
    for word in words[: begin + best]:
        taken = line.index(word, position)
        position = taken + len(word)
    while position < len(line) and not line[position].isalnum() and line[position] not in "(":
        position += 1
    return position
