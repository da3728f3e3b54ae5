"""What the writing surface says, by the keys that its modules use.

Placeholders are `%(name)s`. `PLURALS` are counted sentences: a function of the number
gives the sentence of each plural category, so that scripts choose with `Intl`.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {}

WORDS |= {
    # blocks
    "blocks": _("Kind of block"),
    "paragraph": _("Paragraph"),
    "section": _("Section heading"),
    "point": _("Numbered point"),
    "subheading": _("Sub-heading"),
    "bullets": _("List"),
    "numbers": _("Numbered list"),
    "quote": _("Quotation"),
    "attribution": _("Source of the quotation"),
    "conclusion": _("Conclusion without a heading"),
    "window-unreached": _("No connection: the window did not open. Try again."),
    "point-needs-section": _("A numbered point stands under the heading of a section."),
    # marks
    "marks": _("Marks"),
    "strong": _("Strong"),
    "emphasis": _("Emphasis"),
    "superscript": _("Superscript"),
    "work-title": _("Title of a book or report"),
    # notes
    "note": _("Note"),
    "note-text": _("Text of the note"),
    "note-reads": _("Note: %(text)s"),
    "note-needs-text": _("A note stands in a line of text."),
    "remove-note": _("Remove the note"),
    "done": _("Done"),
    # links
    "link": _("Link"),
    "link-to": _("Address, or words of a title"),
    "link-hint": _("An address begins with https://, http:// or mailto:"),
    "link-set": _("Set the link"),
    "link-wrong": _("This is no address that can be linked to."),
    "link-needs-words": _("Select the words that are to lead somewhere."),
    "links-to": _("Leads to: %(headline)s"),
    "item-missing": _("The item that this led to is not there."),
    "remove-link": _("Remove the link"),
    "not-public": _("not public"),
    "nothing-found": _("Nothing found"),
    # pictures, tables and the like
    "inserts": _("Insert"),
    "insert": _("Insert"),
    "picture": _("Picture"),
    "library": _("Pictures of the library"),
    "picture-search": _("Search the library"),
    "picture-new": _("New picture"),
    "picture-file": _("File"),
    "picture-add": _("Add and insert"),
    "picture-file-missing": _("Choose a picture above, or a file."),
    "picture-refused": _("The file could not be taken in."),
    "picture-placed": _("The picture has been inserted."),
    "picture-missing": _("This picture is not in the library."),
    "alt": _("Alternative text"),
    "alt-hint": _("What the picture shows, for readers who cannot see it."),
    "alt-is": _("Alternative text: %(alt)s"),
    "alt-missing": _("No alternative text"),
    "alt-needed": _("Say what the picture shows."),
    "caption": _("Caption"),
    "embed": _("Recording"),
    "embed-address": _("Address of the recording"),
    "findings": _("Key findings"),
    "recommendations": _("Recommendations"),
    "summary": _("In three lines"),
    "table": _("Table"),
    "table-menu": _("Rows and columns"),
    "row-above": _("Row above"),
    "row-below": _("Row below"),
    "column-before": _("Column before"),
    "column-after": _("Column after"),
    "remove-row": _("Remove the row"),
    "remove-column": _("Remove the column"),
    "header-row": _("Header row"),
    "remove-table": _("Remove the table"),
    # directions
    "directions": _("Direction"),
    "paragraph-ltr": _("Paragraph from left to right"),
    "paragraph-rtl": _("Paragraph from right to left"),
    "foreign": _("Words in the other language"),
    "isolate-ltr": _("Run from left to right"),
    "isolate-rtl": _("Run from right to left"),
    # the surface itself
    "tools-of": _("Tools: %(language)s"),
    "undo": _("Undo"),
    "redo": _("Redo"),
    "other": _("Other"),
    "help": _("Shortcuts"),
    "signs": _("Signs at the start of a line"),
    "move-up": _("Move the section or point up"),
    "move-down": _("Move the section or point down"),
    "close": _("Close"),
    "languages": _("Languages"),
}
"""The text itself, its tools and its windows."""

WORDS |= {
    # outline and structure
    "outline": _("Outline"),
    "of-language": _("%(name)s (%(language)s)"),
    "outline-of": _("Outline: %(language)s"),
    "untitled": _("untitled"),
    "conclusion-here": _("Conclusion"),
    "fold-part": _("Fold: %(title)s"),
    "unfold-part": _("Unfold: %(title)s"),
    "move-part-up": _("Move up: %(title)s"),
    "move-part-down": _("Move down: %(title)s"),
    "moved-point": _("Point %(from)s moved to %(to)s"),
    "moved-point-across": _(
        "Point %(from)s moved to section %(section)s, as point %(to)s"
    ),
    "moved-section": _("Section %(from)s moved to %(to)s"),
    "cannot-move": _("It cannot move further in this direction"),
    "lacks-section": _("%(language)s lacks section %(n)s: %(title)s"),
    "lacks-point": _("%(language)s lacks point %(n)s: %(title)s"),
    "lacks-point-of": _(
        "%(language)s lacks point %(n)s of section %(section)s: %(title)s"
    ),
    "lacks-conclusion": _("%(language)s lacks the conclusion"),
    "copy-structure": _("Copy structure from the other language"),
    "structure-copied": _("The structure was copied"),
    # problems, warnings and advice
    "problems": _("Problems"),
    "warnings": _("Please look at these places"),
    "dismiss": _("Dismiss"),
    "advice": _("Advice on the language"),
    "show-advice": _("Show"),
    "hide-advice": _("Hide"),
    "mend": _("Mend"),
    "mend-all": _("Mend all %(n)s"),
    "mended": _("Mended"),
    "run-ltr": _("Runs from left to right: %(language)s"),
    "run-rtl": _("Runs from right to left: %(language)s"),
    # pasting
    "reading-paste": _("Reading the text…"),
    "paste-read": _("The text was read and put in"),
    "paste-unread": _("The text was put in as it came: the server could not read it"),
    # what is kept
    "kept-at": _("Kept at %(time)s, not yet saved"),
    "offline": _("No connection: kept in this browser"),
    "server-failed": _("The server does not answer as it should: kept in this browser"),
    "logged-out": _("You are logged out: kept in this browser."),
    "log-in": _("Log in in another tab"),
    "kept-nowhere": _("Not kept anywhere: copy the text before you leave this page"),
    "kept-found": _("A text that was kept"),
    "kept-differs": _("A text kept on %(time)s differs from the one shown here."),
    "kept-differences": _("Differences"),
    "take-over": _("Take it over"),
    "discard": _("Discard it"),
}
"""What stands beside the text, and what becomes of it."""

WORDS |= {
    "preview": _("Preview"),
    "preview-close": _("Close the preview"),
    "preview-language": _("Language of the page"),
    "preview-width": _("Width of the page"),
    "preview-desktop": _("Desktop"),
    "preview-tablet": _("Tablet"),
    "preview-phone": _("Phone"),
    "preview-of": _("The page in %(language)s, as readers would see it"),
    "preview-current": _("Shows what is typed, whether saved or not."),
    "preview-saved": _("Shows what is saved."),
    "preview-go": _("Go there"),
    "preview-offline": _("No connection: this is the last page that came."),
    "preview-failed": _("The page could not be made: this is the last one."),
    "preview-logged-out": _("You are logged out: this is the last page that came."),
}
"""The page beside the form."""
