"""Make the table of letters by which words that nobody listed are put to a language: `python tools/compile_letters.py [--check]`.

Source: the function words of `entregent.language.tongues` and the everyday words below, each counted once, written for this purpose. Of every three
letters (word boundaries as `^` and `$`) the table keeps how much more probable they are in each language than on average, where that tells something.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from pathlib import Path

from entregent.language.tongues import WORDS

TARGET = Path(__file__).parents[1] / "src" / "entregent" / "language" / "letters.py"
LANGUAGES = ("en", "fr", "nl", "de", "es", "it", "pt")
KEPT = 1500
EVERYDAY = {
    "en": """
number boss invoice payment weather office friend daughter brother school teacher doctor nurse flight ticket shipping price agreement
statement building engineer weekend breakfast kitchen window bought brought taught thought through enough height weight neighbour
knowledge writing reading working training something nothing everything quickly slowly finally happily careful useful helpful kindness
business wishes watches should which whose world board coach switch growth health wealth truth youth twelve twenty thirty eighty broken
chosen written spoken updated confirmed waiting parking shopping delivered signed shift schedule warehouse driver truck fields knee
sheets cheese paid spring summer winter autumn yesterday early late hours minutes months years people children women ready sheep tree
screen green between
""",
    "fr": """
numéro patron patronne facture paiement bureau ami amie fille frère école professeur médecin infirmière vol billet livraison prix accord
bâtiment ingénieur fenêtre cuisine acheté apporté pensé voisin connaissance écriture lecture travail formation rapidement lentement
finalement heureusement utile gentillesse entreprise souhaits santé vérité jeunesse douze vingt trente cassé choisi écrit parlé confirmé
attente signé horaire entrepôt chauffeur camion champs genou feuilles fromage payé printemps été hiver automne tôt tard heures minutes
mois années gens enfants femmes prêt arbre écran ancienneté meilleure ouvrage lieux mieux eaux chevaux quelquefois bouteille soleil
""",
    "nl": """
nummer baas factuur betaling kantoor vriend dochter broer school leraar dokter vlucht kaartje levering prijs overeenkomst gebouw
ingenieur venster keuken gekocht gebracht gedacht buurman kennis schrijven lezen werken opleiding snel langzaam eindelijk gelukkig
voorzichtig nuttig vriendelijkheid bedrijf wensen gezondheid waarheid jeugd twaalf twintig dertig gebroken gekozen gesproken bevestigd
wachten geleverd getekend rooster magazijn chauffeur vrachtwagen velden knie bladen kaas betaald lente zomer winter herfst gisteren
vroeg laat uren minuten maanden jaren mensen kinderen vrouwen klaar boom scherm groen
""",
    "de": """
nummer chef rechnung zahlung büro freund tochter bruder schule lehrer arzt flug karte lieferung preis vereinbarung gebäude ingenieur
fenster küche gekauft gebracht gedacht nachbar wissen schreiben lesen arbeiten ausbildung schnell langsam endlich glücklich vorsichtig
nützlich freundlichkeit unternehmen wünsche gesundheit wahrheit jugend zwölf zwanzig dreißig gebrochen gewählt gesprochen bestätigt
warten geliefert unterschrieben zeitplan lager fahrer lastwagen felder knie blätter käse bezahlt frühling sommer winter herbst früh spät
stunden minuten monate jahre menschen kinder frauen fertig baum bildschirm grün
""",
    "es": """
número jefe factura pago oficina amigo hija hermano escuela profesor médico enfermera vuelo billete entrega precio acuerdo edificio
ingeniero ventana cocina comprado traído pensado vecino conocimiento escribir leer trabajar formación rápidamente lentamente finalmente
felizmente útil amabilidad empresa deseos salud verdad juventud doce veinte treinta roto elegido hablado confirmado esperar entregado
firmado horario almacén conductor camión campos rodilla hojas queso pagado primavera verano invierno otoño ayer temprano tarde horas
minutos meses gente niños mujeres listo árbol pantalla verde
""",
    "it": """
numero capo fattura pagamento ufficio amico figlia fratello scuola professore medico infermiera volo biglietto consegna prezzo accordo
edificio ingegnere finestra cucina comprato portato pensato vicino conoscenza scrivere leggere lavorare formazione velocemente
lentamente finalmente felicemente utile gentilezza azienda auguri salute verità gioventù dodici venti trenta rotto scelto parlato
confermato aspettare consegnato firmato orario magazzino autista camion campi ginocchio fogli formaggio pagato primavera estate inverno
autunno presto tardi ore minuti mesi anni gente bambini donne pronto albero schermo
""",
    "pt": """
número chefe fatura pagamento escritório amigo filha irmão escola professor médico enfermeira voo bilhete entrega preço acordo edifício
engenheiro janela cozinha comprado trazido pensado vizinho conhecimento escrever ler trabalhar formação rapidamente lentamente
finalmente felizmente útil gentileza empresa desejos saúde verdade juventude doze vinte trinta escolhido falado confirmado esperar
entregue assinado horário armazém motorista caminhão campos joelho folhas queijo pago primavera verão inverno outono ontem cedo tarde
horas minutos meses gente crianças mulheres pronto árvore ecrã
""",
}


def grams(word: str) -> list[str]:
    """The three-letter runs of a word, its boundaries marked."""
    marked = f"^{word}$"
    return [marked[place : place + 3] for place in range(len(marked) - 2)]


def table() -> dict[str, list[int]]:
    """trigram -> for each of LANGUAGES ten times the natural log-odds against the average, within -45 and 45."""
    counts = {
        code: Counter(gram for word in sorted(set(f"{WORDS[code]} {EVERYDAY[code]}".split())) if len(word) > 1 for gram in grams(word))
        for code in LANGUAGES
    }
    totals = {code: sum(found.values()) for code, found in counts.items()}
    result: dict[str, list[int]] = {}
    weight: dict[str, float] = {}
    for gram in sorted(set().union(*counts.values())):
        shares = [(counts[code][gram] + 0.35) / (totals[code] + 700) for code in LANGUAGES]
        mean = sum(shares) / len(shares)
        odds = [math.log(share / mean) for share in shares]
        result[gram] = [max(-45, min(45, round(10 * value))) for value in odds]
        weight[gram] = sum(counts[code][gram] for code in LANGUAGES) * (max(odds) - min(odds))
    kept = sorted(result, key=lambda gram: (-weight[gram], gram))[:KEPT]
    return {gram: result[gram] for gram in sorted(kept)}


def render() -> str:
    """The module's text: records of three letters and one character a language (`0` is -45)."""
    records = [gram + "".join(chr(48 + 45 + value) for value in values) for gram, values in table().items()]
    lines = [f"    {''.join(records[place : place + 12])!r}\n" for place in range(0, len(records), 12)]
    head = (
        '"""Made by `python tools/compile_letters.py`; see there.\n\nRecords of three letters and, for each of LANGUAGES, ten times the log-odds '
        'plus 93 as a character.\n"""\n\n'
    )
    return f"{head}# fmt: off\nLANGUAGES = {LANGUAGES!r}\nTABLE = (\n{''.join(lines)})\n"


def main() -> int:
    """Write the table, or with `--check` say whether it is current."""
    text = render()
    if "--check" in sys.argv[1:]:
        current = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        print(f"{TARGET.name}: {'current' if current else 'run python tools/compile_letters.py'}")
        return 0 if current else 1
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
