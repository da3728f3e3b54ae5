"""Draws what forms have most of, without a template.

A form of an item has some four hundred parts; each of Django's small templates looks
up a dozen names. What is drawn here is the same to the letter, as a test compares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.templatetags.static import static
from django.utils.safestring import SafeData, SafeString, mark_safe
from django.utils.translation import gettext as djangos  # its catalogue has these

WIDGETS = "django/forms/widgets/"


class QuickRenderer(DjangoTemplates):
    def render(
        self, template_name: str, context: dict[str, Any], request: Any = None
    ) -> str:
        draw = QUICK.get(template_name)
        if draw is None:
            return super().render(template_name, context, request)
        drawn = draw(context)
        return (
            super().render(template_name, context, request) if drawn is None else drawn
        )


def _said(value: Any) -> str:
    """As a template prints it, numbers without separators. Most of what is said is no
    lazy text, for which Django's own functions look each time."""
    text = str(value)
    return text if isinstance(text, SafeData) else escape(text)


def _attributes(attributes: Mapping[str, Any] | None) -> str:
    return "".join(
        f" {_said(name)}" if value is True else f' {_said(name)}="{_said(value)}"'
        for name, value in (attributes or {}).items()
        if value is not False
    )


def _input(context: Mapping[str, Any]) -> SafeString:
    widget = context["widget"]
    value = widget["value"]
    stated = "" if value is None else f' value="{_said(value)}"'
    kind, name = _said(widget["type"]), _said(widget["name"])
    rest = _attributes(widget["attrs"])
    return mark_safe(f'<input type="{kind}" name="{name}"{stated}{rest}>')


def _textarea(context: Mapping[str, Any]) -> SafeString:
    widget = context["widget"]
    value = _said(widget["value"]) if widget["value"] else ""
    name, rest = _said(widget["name"]), _attributes(widget["attrs"])
    return mark_safe(f'<textarea name="{name}"{rest}>\n{value}</textarea>')


def _select(context: Mapping[str, Any]) -> SafeString | None:
    """Of plain options; others keep their templates."""
    widget = context["widget"]
    drawn: list[str] = []
    for group, options, _index in widget["optgroups"]:
        if group or any(o["template_name"] != OPTION for o in options):
            return None
        drawn += map(_option, options)
    name, rest = _said(widget["name"]), _attributes(widget["attrs"])
    inside = "".join(f"\n  {option}\n" for option in drawn)
    return mark_safe(f'<select name="{name}"{rest}>{inside}\n</select>')


def _option(option: Mapping[str, Any]) -> str:
    value, rest = _said(option["value"]), _attributes(option["attrs"])
    return f'<option value="{value}"{rest}>{_said(option["label"])}</option>'


def _paragraph(kind: str, context: Mapping[str, Any]) -> SafeString:
    return mark_safe(f'<p class="{kind}">\n  {_input(context)}\n\n\n</p>')


def _related(context: Mapping[str, Any]) -> SafeString | None:
    """What chooses a record, with signs that open it and that add one."""
    if context["can_delete_related"]:
        return None
    limited = context["model_has_limit_choices_to"]
    model = "" if limited else f'data-model-ref="{_said(context["model_name"])}"'
    signs = "" if context["is_hidden"] else "".join(_signs(context))
    inside = f"{_said(context['rendered_widget'])}\n    \n        {signs}\n    \n"
    return mark_safe(
        f'<div class="related-widget-wrapper" {model}>\n    {inside}</div>'
    )


def _signs(context: Mapping[str, Any]) -> Iterator[str]:
    also, popup = f"?{_said(context['url_params'])}", 'data-popup="yes"'
    template = (
        f'data-href-template="{_said(context.get("change_related_template_url"))}'
    )
    if context["can_change_related"]:
        title = djangos("Change selected %(model)s")
        yield _sign(context, "change", title, f'{template}{also}"', popup)
    if context["can_add_related"]:
        address = f'href="{_said(context["add_related_url"])}{also}"'
        yield _sign(context, "add", djangos("Add another %(model)s"), popup, address)
    if context["can_view_related"]:
        only = f"?{_said(context['view_related_url_params'])}"
        title = djangos("View selected %(model)s")
        yield _sign(context, "view", title, f'{template}{only}"')


def _sign(context: Mapping[str, Any], act: str, title: str, *attributes: str) -> str:
    title = title % {"model": _said(context["model"])}
    kind = f"related-widget-wrapper-link {act}-related"
    space = "\n" + " " * (13 if act == "view" else 12)
    parts = space.join([*attributes, f'title="{title}"'])
    icon = static(f"admin/img/icon-{act}link.svg")
    return (
        f'<a class="{kind}" id="{act}_id_{_said(context["name"])}"{space}{parts}>'
        f'<img src="{_said(icon)}" alt="" width="24" height="24"></a>'
    )


def _label(context: Mapping[str, Any]) -> SafeString:
    label = _said(context["label"])
    if not context["use_tag"]:
        return mark_safe(label.strip())
    tag, rest = _said(context["tag"]), _attributes(context["attrs"])
    return mark_safe(f"<{tag}{rest}>{label}</{tag}>")


def _errors(context: Mapping[str, Any]) -> SafeString | None:
    """None at all, of which there are most."""
    errors: Iterable[Any] = context["errors"]
    return None if errors else mark_safe("")


OPTION = f"{WIDGETS}select_option.html"
QUICK: dict[str, Callable[[Mapping[str, Any]], SafeString | None]] = {
    **{
        f"{WIDGETS}{name}.html": _input
        for name in ("checkbox", "email", "hidden", "number", "password", "text")
    },
    f"{WIDGETS}textarea.html": _textarea,
    f"{WIDGETS}select.html": _select,
    "admin/widgets/date.html": partial(_paragraph, "date"),
    "admin/widgets/time.html": partial(_paragraph, "time"),
    "admin/widgets/related_widget_wrapper.html": _related,
    "django/forms/label.html": _label,
    "django/forms/errors/list/default.html": _errors,
    "django/forms/errors/list/ul.html": _errors,
}
"""None from one of them leaves it to the template."""
