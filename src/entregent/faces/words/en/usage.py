"""What argparse says, and the words beside it."""

WORDS: dict[str, str] = {
    "today": "today",
    "yesterday": "yesterday",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "still missing: %s",
    "unrecognized arguments: %s": "not understood: %s",
    "expected one argument": "a value is missing",
    "expected at least one argument": "at least one value is missing",
    "ignored explicit argument %r": "takes no value (%r was given)",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r is none of %(choices)s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s is short for several: %(matches)s",
}
