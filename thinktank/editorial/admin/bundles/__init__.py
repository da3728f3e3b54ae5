"""Release bundles at the desk: their list, their form, and the pages of their verbs."""

from . import pages

__all__ = ["pages"]
