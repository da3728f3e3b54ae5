"""How somebody is written to: in which language, and whether at all."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thinktank.editorial.models import MailChoice

from .. import sides
from ..staff import person


class MailChoiceForm(forms.ModelForm):
    class Meta:
        model = MailChoice
        fields = ("wanted", "language")


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, site: AdminSite) -> HttpResponse:
    """The choice of whoever asks; nobody sees or changes that of others."""
    own = MailChoice.objects.filter(person=person(request)).first()
    choice = own or MailChoice(person=person(request), language=sides.interface())
    form = MailChoiceForm(request.POST or None, instance=choice)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your choice is saved."))
        return redirect("admin:my_email")
    context = {**site.each_context(request), "title": _("My e-mail"), "form": form}
    return TemplateResponse(request, "admin/desk/my_email.html", context)
