from modeltranslation.translator import TranslationOptions, register

from .models import Event, Recording


@register(Event)
class EventTranslation(TranslationOptions):
    fields = ("outcome", "venue", "room", "city", "address")
    empty_values = ""


@register(Recording)
class RecordingTranslation(TranslationOptions):
    fields = ("title",)
    empty_values = ""
