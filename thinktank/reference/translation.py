from modeltranslation.translator import TranslationOptions, register

from .models import Person, Topic


@register([Person, Topic])
class NamedTranslation(TranslationOptions):
    fields = ("name",)
    empty_values = ""
