from modeltranslation.translator import TranslationOptions, register

from .models import House


@register(House)
class HouseTranslation(TranslationOptions):
    fields = ("name", "description", "postal_address", "reading_speed")
    empty_values = {
        "name": "",
        "description": "",
        "postal_address": "",
        "reading_speed": None,
    }
