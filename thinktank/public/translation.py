from modeltranslation.translator import TranslationOptions, register

from .models import Announcement, MenuEntry


@register(MenuEntry)
class MenuEntryTranslation(TranslationOptions):
    fields = ("label",)
    empty_values = ""


@register(Announcement)
class AnnouncementTranslation(TranslationOptions):
    fields = ("text",)
    empty_values = ""
