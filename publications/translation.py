from modeltranslation.translator import TranslationOptions, register

from .models import Publication, PublicationType


@register(Publication)
class PublicationTranslation(TranslationOptions):
    """Without it the child would lose the parent's translated fields."""

    fields = ()


@register(PublicationType)
class PublicationTypeTranslation(TranslationOptions):
    fields = ("name", "plural")
    empty_values = ""
