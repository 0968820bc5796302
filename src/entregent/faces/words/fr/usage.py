"""What argparse says, and the words beside it."""

WORDS: dict[str, str] = {
    "today": "aujourd'hui",
    "yesterday": "hier",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s : %(message)s",
    "the following arguments are required: %s": "il manque : %s",
    "unrecognized arguments: %s": "non reconnu : %s",
    "expected one argument": "il manque une valeur",
    "expected at most one argument": "une seule valeur est attendue",
    "expected at least one argument": "il manque au moins une valeur",
    "expected %s argument": "%s valeur attendue",
    "expected %s arguments": "%s valeurs attendues",
    "ignored explicit argument %r": "cette option ne prend pas de valeur (reçu : %r)",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r ne figure pas parmi %(choices)s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s peut désigner plusieurs options : %(matches)s",
    "one of the arguments %s is required": "il faut l'une de ces options : %s",
    "not allowed with argument %s": "ne se combine pas avec %s",
    "invalid %(type)s value: %(value)r": "valeur incorrecte : %(value)r",
    "cannot have multiple subparser arguments": "une seule commande à la fois",
    "unexpected option string: %s": "option inattendue : %s",
}
