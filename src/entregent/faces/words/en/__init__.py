"""The English words."""
