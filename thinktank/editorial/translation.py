from modeltranslation.translator import TranslationOptions, register

from .models import Contributor, Item


@register(Item)
class ItemTranslation(TranslationOptions):
    fields = ("kicker", "headline", "summary", "slug", "body")
    empty_values = {
        "kicker": "",
        "headline": "",
        "summary": "",
        "slug": "",
        "body": None,
    }


@register(Contributor)
class ContributorTranslation(TranslationOptions):
    fields = ("affiliation",)
    empty_values = ""
