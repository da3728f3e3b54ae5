from modeltranslation.translator import TranslationOptions, register

from .models import Affiliation, Person, Programme, Region, Series, Topic


@register(Affiliation)
class AffiliationTranslation(TranslationOptions):
    fields = ("name",)
    empty_values = ""


@register(Person)
class PersonTranslation(TranslationOptions):
    fields = ("name", "honorific", "position", "biography")
    empty_values = ""


@register([Topic, Region, Programme])
class DescribedTranslation(TranslationOptions):
    fields = ("name", "description")
    empty_values = ""


@register(Series)
class SeriesTranslation(TranslationOptions):
    fields = ("name", "description", "frequency")
    empty_values = ""
