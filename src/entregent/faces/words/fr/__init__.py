"""The French words: vous to the user, no guessed gender; ordinary spaces here, typeset when looked up."""
