from modeltranslation.translator import TranslationOptions, register

from .models import House

TEXTS = ("name", "description", "about", "rights", "postal_address")


@register(House)
class HouseTranslation(TranslationOptions):
    fields = (*TEXTS, "reading_speed")
    empty_values = {**dict.fromkeys(TEXTS, ""), "reading_speed": None}
