from modeltranslation.translator import TranslationOptions, register

from .models import File, Image


@register(Image)
class ImageTranslation(TranslationOptions):
    fields = Image.texts
    empty_values = ""


@register(File)
class FileTranslation(TranslationOptions):
    fields = File.texts
    empty_values = ""
