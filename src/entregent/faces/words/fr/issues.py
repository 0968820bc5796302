"""What is the matter with some data, without saying what it happened to: whoever prints it puts the subject before. Where it helps, what to do."""

from entregent.faces.words import Plural

_PST = (
    "Outlook garde ce fichier sous une forme à lui. Pour en sortir, au choix :\n"
    "- Importez-le dans Thunderbird (Outils > Importer, ou l'extension ImportExportTools NG), puis donnez à entregent import le dossier de profil de Thunderbird.\n"
    "- Convertissez-le avec le programme libre readpst :\n"
    "      readpst -r -o courrier FICHIER.pst\n"
    "      entregent import courrier\n"
    "- Si la boîte se trouve aussi sur un serveur, ajoutez-la en IMAP dans Thunderbird, puis donnez à entregent import le dossier de profil de Thunderbird."
)
_OST = (
    "Un .ost est la copie par Outlook d'une boîte qui se trouve sur un serveur. Pour en sortir, au choix :\n"
    "- Ajoutez cette boîte en IMAP dans Thunderbird, puis donnez à entregent import le dossier de profil de Thunderbird.\n"
    "- Faites écrire un .pst par Outlook (Fichier > Ouvrir et exporter > Importer/Exporter > Exporter vers un fichier), et convertissez-le avec le programme libre "
    "readpst :\n"
    "      readpst -r -o courrier FICHIER.pst\n"
    "      entregent import courrier"
)
_OLM = (
    "Un .olm est l'archive d'Outlook pour Mac. Pour en sortir, au choix :\n"
    "- Faites glisser le dossier de courrier d'Outlook vers un dossier du Finder, ce qui donne des .eml ou un .mbox, et donnez-les à entregent import.\n"
    "- Ajoutez la boîte à Apple Mail, choisissez-y Boîte aux lettres > Exporter la boîte aux lettres, et donnez le .mbox à entregent import."
)

WORDS: dict[str, str | Plural] = {
    "unworded": "{key}",
    # files
    "source.missing": "ni fichier ni dossier de ce nom",
    "source.unreadable": "illisible : vérifiez ses droits d'accès, et s'il est endommagé",
    "source.loop": "un lien qui tourne en rond ou ne mène nulle part ; pas suivi",
    "source.empty": "fichier vide",
    "source.nothing": "aucun courrier trouvé ici",
    "source.not-mail": Plural("{n} fichier ({kind}) qui n'est pas du courrier", "{n} fichiers ({kind}) qui ne sont pas du courrier"),
    "source.broken": "endommagé : lu aussi loin que possible",
    "source.encrypted": "protégé par un mot de passe : décompressez-le d'abord, puis importez son contenu",
    "source.pst": _PST,
    "source.ost": _OST,
    "source.olm": _OLM,
    "source.msg": "Un message seul sous la forme propre à Outlook. Ouvrez-le dans Outlook et faites-le glisser vers Thunderbird, ou convertissez-le en .eml avec le programme libre "
    "msgconvert",
    "source.nsf": "Une boîte Notes. Ajoutez-la en IMAP dans Thunderbird, ou sélectionnez les messages dans Notes et choisissez Fichier > Enregistrer sous > .eml ; puis importez-les",
    "source.dbx": "La forme propre à Outlook Express. Importez-la dans Thunderbird (avec l'extension ImportExportTools NG), ou convertissez-la avec le programme libre undbx ; puis "
    "importez le résultat",
    "source.mbs": "La forme propre à Opera. Dans Opera Mail, choisissez Fichier > Exporter les messages, ce qui donne un mbox ; puis importez-le",
    # messages
    "message.parts-cut": "trop de parties pour les lire toutes : les dernières n'ont pas été lues",
    "message.crash": "n'a pas pu être lu du tout : merci de le signaler",
    "message.cut": "plus gros que tout message : la fin n'a pas été lue",
    "message.no-date": "sans date : gardé, mais hors de tout ce qui dépend des dates",
    "message.date-absurd": "date impossible : hors de tout ce qui dépend des dates",
    "message.no-sender": "sans expéditeur : gardé, n'est à personne",
    "message.no-headers": "sans en-têtes : gardé comme texte",
    "message.recipients-cut": "trop de destinataires pour tous les garder",
    "message.broken-encoding": "encodage abîmé : lu aussi loin que possible",
    "message.charset": "jeu de caractères inconnu : des lettres peuvent être fausses",
    "message.no-boundary": "mal découpé en parties : lu comme un seul texte",
    "message.too-deep": "parties imbriquées sans fin : les plus profondes n'ont pas été lues",
}  # fmt: skip
