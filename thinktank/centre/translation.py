from modeltranslation.translator import TranslationOptions, register

from .models import CentrePage


@register(CentrePage)
class CentrePageTranslation(TranslationOptions):
    """Without it the child would lose the parent's translated fields."""

    fields = ()
