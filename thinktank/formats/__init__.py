"""How Django writes dates and numbers in each language of the interface.

Public pages use `thinktank.language.dates`, which knows month traditions, precision
and digits; these tables serve the admin and templates that use Django's own filters.
"""
