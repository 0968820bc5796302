"""The help pages. `short`: a line for the overview and the completion; `about`: paragraphs; `takes`: by operand or flag; `never`: what the command leaves alone."""

from typing import Any

WORDS: dict[str, Any] = {
    "entregent": {
        "about": "entretient vos relations professionnelles. Il lit votre propre courrier sur votre propre machine, tient le compte de qui a demandé, aidé et remercié, "
        "et relit une demande avec vous avant l'envoi.",
        "examples": (
            ("entregent check brouillon.txt --with ruth@okafor.example", "Sans aucune boîte aux lettres : y a-t-il quelque chose à revoir dans ces mots ?"),
            ("entregent import ~/Mail", "Une fois, puis à chaque nouveau courrier. Dès lors un brouillon est relu au regard de vos échanges."),
            ("entregent who Ruth", "Où vous en êtes avec cette personne, dates à l'appui."),
        ),
        "never": "Il n'envoie, ne déplace et ne marque aucun message, et rien ne quitte cette machine. Il dit ce qu'il n'a pas pu évaluer. Le registre est un seul fichier : "
        "--db ou ENTREGENT_DB dit lequel. ENTREGENT_LANG=en parle anglais.",
    },
    "names": {
        "PATH": "CHEMIN", "DRAFT": "BROUILLON", "NAME": "NOM", "FILE": "FICHIER", "PERSON": "PERSONNE", "TEXT": "TEXTE", "ENTRY": "ENTRÉE", "KIND": "SORTE",
        "FINDING": "REMARQUE", "OTHER": "AUTRE", "ADDRESS": "ADRESSE", "SHELL": "SHELL",
        "path": "CHEMIN", "format": "FORMAT", "date": "DATE", "role": "RÔLE", "address": "ADRESSE", "what": "QUOI", "who": "NOM", "stage": "STADE", "lang": "LANGUE",
        "days": "JOURS", "entry": "ENTRÉE",
    },
    "common": {
        "--db": "le fichier du registre ; par défaut : ENTREGENT_DB, sinon votre dossier de données",
        "--format": "text à lire, ou json pour les programmes",
        "--as-of": "lire le registre tel qu'il était ce jour-là (2026-06-15, aujourd'hui, hier) ; rien de plus récent n'est pris en compte",
        "--role": "ce que cette personne est pour vous : recruteur, presse, support, guichet, client, collègue, mentor...",
        "--known-since": "depuis quand vous vous connaissez, quoi qu'en dise le courrier : 2012, 2012-05 ou 2012-05-14",
        "--lang": "en ou fr, quand le texte ne doit pas en décider",
        "PERSON": "un nom ou une adresse figurant au registre",
    },
    "import": {
        "short": "lire votre courrier dans le registre, ou reprendre là où il en était",
        "about": "Lit des fichiers de courrier dans votre registre. Ce qu'il connaît déjà n'est pas relu : la même commande convient la première fois, pour le nouveau courrier, "
        "et après une interruption.\n"
        "Il lit les fichiers mbox, Maildir, les dossiers ou fichiers .eml et .emlx, les profils Thunderbird, Google Takeout (le .zip ou le .tgz tel quel), les arborescences de "
        "type Enron, les archives pipermail, et tout cela en gzip ou xz. Indésirables, corbeille, brouillons, discussions et messages supprimés restent dehors. Pour les "
        ".pst, .olm et .ost, il explique comment les exporter.",
        "examples": (
            ("entregent import ~/Takeout/takeout-20260601.zip --me nina@roth.example", ""),
            ("entregent import ~/Mail ~/archive.mbox.gz --exclude clinique.example --exclude folder:Privé", ""),
        ),
        "takes": {
            "PATH": "fichiers ou dossiers contenant du courrier",
            "--me": "une adresse à vous ; sans elle, Entregent propose qui vous êtes et demande confirmation",
            "--exclude": "ce qui ne doit jamais être conservé : une adresse, un domaine (clinique.example), folder:NOM ou label:NOM",
            "--yes": "accepter sans question la proposition de qui vous êtes",
        },
        "never": "Les fichiers sont lus, jamais modifiés. Seules les personnes à qui vous avez écrit ont un compte ; lettres d'information, listes et automates n'en ont pas.",
    },
    "check": {
        "short": "relire un brouillon avant l'envoi : ce qui pourrait gâter un bon contact, et ce qui conviendrait mieux",
        "about": "Relit un brouillon comme le ferait une personne attentive : demande-t-on un service que cette relation ne porte pas, ou d'une façon qui blesserait ? Chaque "
        "remarque montre les mots, la raison, les messages datés qui la fondent, et une suite possible. Ce qui n'a pas pu être évalué est indiqué.\n"
        "Cela fonctionne sans boîte aux lettres. Avec un registre, ou avec --history, le brouillon est relu au regard de ce que vous vous êtes écrit. "
        "Le code de sortie 1 signifie : quelque chose est à ne pas envoyer tel quel.",
        "examples": (
            ("entregent check brouillon.eml", "Destinataire et expéditeur sont lus dans le message."),
            ("entregent check mot.txt --with Ruth --known-since 2012", "Un simple texte pour quelqu'un, avec ce que le courrier ne sait pas."),
            ("entregent check - --with ruth@okafor.example --history ruth.mbox", "Depuis l'entrée standard, au regard de fichiers plutôt que du registre."),
            ("entregent check recu.eml --inbound", "Dans l'autre sens : que me demande-t-on ici ?"),
        ),
        "takes": {
            "DRAFT": "un .eml ou un fichier texte ; - ou rien : l'entrée standard, ou collez-le",
            "--with": "l'autre personne : un nom ou une adresse",
            "--me": "votre adresse, si ni le registre ni le brouillon ne la donne",
            "--history": "courrier à lire à la place du registre, comme pour import",
            "--inbound": "le texte vous a été écrit",
            "--stage": "à quel point vous vous connaissez, quoi qu'en dise le courrier",
            "--lang": "lire et répondre dans cette langue ; par défaut : celle du brouillon",
        },
        "never": "N'envoie rien et ne change rien, pas même le brouillon. Il parle de mots et de dates, jamais d'un caractère ; la décision reste la vôtre.",
    },
    "who": {
        "short": "où vous en êtes avec quelqu'un",
        "about": "Une personne : ses adresses et pourquoi elles lui sont attribuées, depuis quand vous êtes en contact, qui a demandé, aidé et remercié, ce qui reste ouvert, à qui "
        "revient le prochain message. Avec les dates, et les clés qu'attendent correct et thanked.",
        "examples": (("entregent who Ruth Okafor", ""), ("entregent who ruth@okafor.example --as-of 2025-12-31", "Tel que le registre était alors.")),
        "takes": {"NAME": "un nom, une partie d'un nom ou une adresse"},
        "never": "Des nombres et des dates tirés des messages lus ; ce qui s'est dit ailleurs reste inconnu tant que vous ne le notez pas.",
    },
    "people": {
        "short": "toutes les personnes à qui vous écrivez, et où vous en êtes",
        "about": "Les personnes à qui vous avez écrit, avec le stade de la relation, le dernier échange, ce qui a été donné et reçu. Dans l'ordre du dernier échange : ce n'est pas "
        "un classement.",
        "examples": (("entregent people", ""), ("entregent people --as-of 2025-12-31 --format json", "Pour un programme, tel que le registre était alors.")),
        "takes": {"--horizon": "à combien de jours estimer la probabilité de silence (180 par défaut)"},
        "never": "Personne n'y figure à qui vous n'avez jamais écrit, ni qui n'a reçu de vous que des envois à plus de 15 personnes sans vous écrire ; ni liste, ni machine.",
    },
    "acts": {
        "short": "ce que fait chaque phrase d'un texte : demander, remercier, proposer, refuser...",
        "about": "Montre comment Entregent lit un texte, phrase par phrase, avec les étiquettes de docs/acts.md et leur degré de certitude. Utile quand une relecture surprend.",
        "examples": (("entregent acts brouillon.txt", ""), ("entregent acts brouillon.eml --format json", "")),
        "takes": {"FILE": "un .eml ou un fichier texte ; - pour l'entrée standard"},
        "never": "Ne lit que le texte : ni registre, ni échanges.",
    },
    "note": {
        "short": "dire ce que le courrier ignore : un déjeuner, un appel, un rôle, depuis quand",
        "about": "Ce que vous dites l'emporte sur le courrier et demeure quand le registre est reconstruit.\n"
        "Une note qui parle d'une rencontre ou d'un appel (déjeuné ensemble, vus au salon, eu au téléphone) compte comme un échange à sa date ; toute autre note est gardée comme "
        "remarque. La réponse dit ce qu'il en a été ; --met et --remark en décident.",
        "examples": (
            ('entregent note Ruth "déjeuné ensemble" --on 2026-06-12', ""),
            ("entregent note Ruth --role mentor --known-since 2012", ""),
            ('entregent note Ruth "préfère les messages courts" --remark', ""),
        ),
        "takes": {
            "TEXT": "ce qu'il faut noter, entre guillemets",
            "--met": "c'était une rencontre ou un appel : compter un échange",
            "--remark": "ce n'en était pas : garder comme remarque",
            "--on": "le jour (2026-06-12, aujourd'hui, hier) ; par défaut : aujourd'hui",
        },
        "never": "Personne d'autre que vous ne la voit.",
    },
    "thanked": {
        "short": "dire que vous avez remercié quelqu'un de vive voix",
        "about": "Indique que l'aide reçue a eu son remerciement, pour qu'il n'en soit plus question : tout ce qui a été fait jusqu'ici, ou une seule chose avec --for.",
        "examples": (("entregent thanked Ruth", ""), ("entregent thanked Ruth --for 7c1e02 --on hier", "")),
        "takes": {"--for": "cette seule chose, par sa clé telle que who la montre", "--on": "le jour du remerciement ; par défaut : aujourd'hui"},
        "never": "",
    },
    "correct": {
        "short": "dire ce qu'une entrée du compte est vraiment",
        "about": "Quand un message a été mal lu : dites ce que c'était. SORTE est l'un de {choices}. Une demande peut préciser son objet (ask:job) ; no-favour est une demande "
        "de travail ; nothing signifie que la phrase ne fait rien de tout cela.",
        "examples": (("entregent correct 7c1e02 help", ""), ("entregent correct 7c1e02 no-favour", "")),
        "takes": {"ENTRY": "la clé de l'entrée telle que who la montre", "KIND": "ce que c'est"},
        "never": "Le message reste tel qu'il est ; votre parole l'emporte sur la lecture, même après une reconstruction.",
    },
    "dismiss": {
        "short": "écarter une remarque une fois pour toutes",
        "about": "Les mêmes mots à la même personne ne seront plus relevés.",
        "examples": (("entregent dismiss 4f2a91c0", ""),),
        "takes": {"FINDING": "l'identifiant de la remarque tel que check le montre"},
        "never": "Cette remarque seulement : d'autres mots, ou une autre personne, sont examinés à nouveau.",
    },
    "merge": {
        "short": "dire que deux personnes du registre n'en font qu'une",
        "about": "Réunit les adresses des deux sous une seule personne, avec un seul compte. Se défait avec split.",
        "examples": (("entregent merge ruth@okafor.example ruth.okafor@harbour.example", ""),),
        "takes": {"OTHER": "celle qui est la même personne"},
        "never": "",
    },
    "split": {
        "short": "dire qu'une adresse est à quelqu'un d'autre",
        "about": "Retire une adresse à une personne et lui donne un compte à part. Se défait avec merge.",
        "examples": (("entregent split Ruth accueil@harbour.example", ""),),
        "takes": {"ADDRESS": "l'adresse qui n'est pas la sienne"},
        "never": "",
    },
    "completion": {
        "short": "afficher un script de complétion pour votre shell",
        "about": "Avec lui, la touche Tab complète commandes, options et fichiers.",
        "examples": (
            ("echo 'eval \"$(entregent completion bash)\"' >> ~/.bashrc", ""),
            ("echo 'eval \"$(entregent completion zsh)\"' >> ~/.zshrc", "après compinit"),
            ("entregent completion fish > ~/.config/fish/completions/entregent.fish", ""),
        ),
        "takes": {"SHELL": "votre shell"},
        "never": "",
    },
}  # fmt: skip
