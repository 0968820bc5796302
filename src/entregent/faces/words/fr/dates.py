"""Months, lists, names of languages."""

WORDS = {
    "months": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    "and": "et",
    "languages": {
        "ar": "arabe", "bg": "bulgare", "ca": "catalan", "cs": "tchèque", "da": "danois", "de": "allemand", "el": "grec", "en": "anglais",
        "es": "espagnol", "et": "estonien", "fi": "finnois", "fr": "français", "he": "hébreu", "hr": "croate", "hu": "hongrois", "id": "indonésien",
        "it": "italien", "ja": "japonais", "ko": "coréen", "lt": "lituanien", "lv": "letton", "nl": "néerlandais", "no": "norvégien", "pl": "polonais",
        "pt": "portugais", "ro": "roumain", "ru": "russe", "sk": "slovaque", "sl": "slovène", "sr": "serbe", "sv": "suédois", "tr": "turc",
        "uk": "ukrainien", "vi": "vietnamien", "zh": "chinois",
    },
}  # fmt: skip
