from modeltranslation.translator import TranslationOptions, register

from .models import Publication, PublicationType


@register(Publication)
class PublicationTranslation(TranslationOptions):
    fields = ("keywords", "issue_section")
    empty_values = ""


@register(PublicationType)
class PublicationTypeTranslation(TranslationOptions):
    fields = ("name", "plural", "announcement")
    empty_values = ""
