"""Calls that cannot be carried out: what happened, and what to do."""

from entregent.faces.words import Told

WORDS: dict[str, Told] = {
    "unworded": Told("cela ne peut pas se faire ({key}).", "Merci de le signaler avec la commande utilisée."),
    # the command line
    "usage": Told("{message}.", "{command} --help montre comment faire."),
    "command.unknown": Told("il n'y a pas de commande « {command} ».", "entregent --help en donne la liste."),
    "command.meant": Told("il n'y a pas de commande « {command} ».", "Vouliez-vous dire « {guess} » ? entregent --help les donne toutes."),
    "date.bad": Told("« {value} » n'est pas une date.", "Écrivez-la ainsi : 2026-06-15, ou bien : aujourd'hui, hier."),
    "since.bad": Told("« {value} » n'est pas une date.", "Écrivez une année, un mois ou un jour : 2012, 2012-05 ou 2012-05-14."),
    "days.bad": Told("« {value} » n'est pas un nombre de jours.", "Écrivez un nombre entier, par exemple 180."),
    "stage.bad": Told("« {value} » n'est pas un stade.", "Au choix : {known}."),
    "language.bad": Told("« {value} » n'est pas une langue qui est lue.", "Au choix : {known}."),
    "exclude.bad": Told("« {value} » ne peut pas s'exclure sous cette forme.", "Écrivez une adresse (anne@clinique.example), un domaine (clinique.example), folder:NOM ou label:NOM."),
    # files
    "file.missing": Told("{path} n'existe pas.", "Vérifiez le chemin : il part du dossier où vous êtes."),
    "file.folder": Told("{path} est un dossier.", "Nommez un fichier qui s'y trouve. Pour lire un dossier de courrier : entregent import, ou --history."),
    "file.unreadable": Told("{path} ne peut pas être lu : {reason}.", "Vérifiez ses droits d'accès, et si un autre programme le retient."),
    "draft.empty": Told("le brouillon est vide.", "Donnez un fichier qui contient le texte (un .eml ou du texte brut), ou collez-le."),
    "draft.nothing": Told("aucun brouillon n'a été donné.", "Nommez un fichier, ou - pour l'entrée standard : entregent check brouillon.txt"),
    "draft.large": Told("{path} est trop gros pour un brouillon ({n} Mo).", "Si c'est une boîte aux lettres : entregent import, ou --history."),
    "draft.mailbox": Told("{path} contient plusieurs messages : c'est une boîte aux lettres, pas un brouillon.",
        "Pour le lire comme courrier : entregent import {path}\nPour relire un brouillon à sa lumière : entregent check BROUILLON --history {path}"),
    "draft.binary": Told("{path} n'est ni un message ni du texte brut.", "Enregistrez le brouillon en .eml ou en .txt, ou copiez son texte et collez-le dans : entregent check"),
    "mail.none": Told("aucun courrier trouvé dans {path}.", "Entregent lit mbox, Maildir, .eml et .emlx, les archives Takeout et d'autres : entregent import --help"),
    # the ledger
    "ledger.none": Told("il n'y a pas encore de registre.", "Lisez d'abord votre courrier : entregent import CHEMIN\nLe registre se trouverait dans {path}."),
    "ledger.missing": Told("le registre {path} n'existe pas.", "Vérifiez --db ou ENTREGENT_DB, ou créez-le : entregent import CHEMIN --db {path}"),
    "ledger.newer": Told("le registre {path} a été écrit par un Entregent plus récent.", "Mettez celui-ci à jour (pipx upgrade entregent). Le registre n'a pas été touché."),
    "ledger.older": Told("le registre {path} a été écrit par un Entregent plus ancien et n'est ouvert ici qu'en lecture.",
        "Lancez une fois une commande qui peut y écrire, par exemple : entregent people --db {path}"),
    "ledger.locked": Told("un autre processus écrit dans le registre {path}.", "Sans doute une importation en cours : attendez qu'elle finisse, puis réessayez."),
    "ledger.unwritable": Told("le registre {path} ne peut pas être ouvert ou écrit.", "Vérifiez les droits du fichier et de son dossier, ou choisissez un autre endroit avec --db."),
    "ledger.disk": Told("le registre {path} ne peut pas être écrit : le disque est plein ou défaillant.", "Faites de la place et relancez la même commande : elle reprend là où elle en était."),
    "ledger.unreadable": Told("{path} n'est pas un registre d'Entregent, ou il est endommagé.",
        "Si --db désigne un autre fichier par erreur, corrigez-le. Si c'était votre registre : mettez-le de côté et importez à nouveau votre courrier ; une copie du fichier rend ce que "
        "vous aviez noté."),
    # people
    "note.both": Told("--met et --remark s'excluent.", "Donnez l'une des deux, ou aucune."),
    "note.empty": Told("il n'y a rien à noter.", "Par exemple : entregent note {person} \"déjeuné ensemble\", ou --role, --known-since."),
    "person.unknown": Told("personne dans le registre ne s'appelle « {name} ».",
        "Essayez une autre graphie ou l'adresse ; entregent people donne toute la liste. N'y figurent que les personnes à qui vous avez écrit."),
    "person.several": Told("plusieurs personnes s'appellent « {name} » :", "{people}\nNommez-en une par son adresse. Si c'est la même : entregent merge ADRESSE ADRESSE"),
    "address.unknown": Told("{address} ne figure pas parmi les adresses de {name}.", "entregent who {name} en donne la liste."),
    "entry.unknown": Told("il n'y a pas d'entrée « {entry} ».", "entregent who NOM montre les entrées avec leurs clés."),
    "finding.unknown": Told("il n'y a pas de remarque « {finding} ».", "entregent check montre l'identifiant de chacune."),
}  # fmt: skip
