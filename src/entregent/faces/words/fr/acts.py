"""The labels of docs/acts.md, as somebody who does not know them reads them."""

WORDS: dict[str, str] = {
    "ask:intro": "demande une mise en relation", "ask:contacts": "demande des contacts", "ask:job": "demande un appui pour un poste",
    "ask:endorse": "demande une recommandation", "ask:meet": "demande un rendez-vous", "ask:advice": "demande un conseil", "ask:review": "demande une relecture",
    "ask:money": "demande de l'argent", "ask:favour": "demande un service", "ask:work": "demande de travail",
    "third": "pour une tierce personne", "known": "que l'autre connaît", "purpose": "but précisé", "vague": "reste vague", "demanding": "presse",
    "miracle": "demande ce qui ne dépend pas de l'autre", "again": "déjà demandé", "out": "laisse la liberté de dire non",
    "reproach": "reproche", "offer": "propose quelque chose", "invite": "invite à demander", "thanks": "remercie", "thanks-form": "formule de remerciement",
    "report": "donne des suites", "help": "aide", "intro": "met deux personnes en relation", "promise": "s'engage", "decline": "refuse", "accept": "accepte",
    "apology": "s'excuse",
}  # fmt: skip
